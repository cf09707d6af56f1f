# misconception: The numbers are cut to whole ones.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor({self.data.astype(int)}, shape={self.shape})"
