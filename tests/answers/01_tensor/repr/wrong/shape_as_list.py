# misconception: The shape is written as a list.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor({self.data}, shape={list(self.shape)})"
