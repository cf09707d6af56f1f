# misconception: You show how many numbers there are. The shape is asked for.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor({self.data}, size={self.size})"
