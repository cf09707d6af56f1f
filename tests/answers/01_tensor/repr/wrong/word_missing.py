# misconception: You leave out the word Tensor.
@patch_to(Tensor)
def __repr__(self):
    return f"{self.data}, shape={self.shape}"
