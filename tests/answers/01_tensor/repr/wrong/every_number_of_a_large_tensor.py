# misconception: You write out every number. Let NumPy leave out the middle of a large array.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor({self.data.tolist()}, shape={self.shape})"
