# misconception: Only the first row is shown.
@patch_to(Tensor)
def __repr__(self):
    rows = np.atleast_2d(self.data)
    return f"Tensor({rows[0]}..., shape={self.shape})"
