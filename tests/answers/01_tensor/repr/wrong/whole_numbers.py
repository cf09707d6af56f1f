# misconception: You cut the numbers to whole ones. At least four decimals are shown.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor({self.data.astype(int)}, shape={self.shape})"
