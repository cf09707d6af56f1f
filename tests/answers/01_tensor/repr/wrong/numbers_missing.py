# misconception: You leave out the numbers. All numbers of a tensor of up to 100 are shown.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor(shape={self.shape}, dtype={self.dtype})"
