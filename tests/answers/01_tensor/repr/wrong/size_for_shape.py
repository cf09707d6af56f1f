# misconception: The number of numbers is shown instead of the shape.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor({self.data}, size={self.size})"
