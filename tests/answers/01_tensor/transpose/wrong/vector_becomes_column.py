# misconception: You turn a vector into a column. It comes back as it is.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if self.ndim == 1:
        return Tensor(self.data.reshape(-1, 1))
    if self.ndim == 0:
        return Tensor(self.data)
    if dim0 is None:
        dim0, dim1 = -2, -1
    return Tensor(np.swapaxes(self.data, dim0, dim1))
