# misconception: Only the shape is shown, the numbers are left out.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor(shape={self.shape}, dtype={self.dtype})"
