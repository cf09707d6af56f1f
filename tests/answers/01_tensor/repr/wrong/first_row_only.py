# misconception: You show only the first row. All numbers of a tensor of up to 100 are shown.
@patch_to(Tensor)
def __repr__(self):
    rows = np.atleast_2d(self.data)
    return f"Tensor({rows[0]}..., shape={self.shape})"
