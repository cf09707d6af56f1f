# misconception: The word Tensor is left out.
@patch_to(Tensor)
def __repr__(self):
    return f"{self.data}, shape={self.shape}"
