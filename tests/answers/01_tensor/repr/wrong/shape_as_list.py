# misconception: You write the shape as a list. Python writes it as a tuple: self.shape.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor({self.data}, shape={list(self.shape)})"
