# misconception: You take axis 0 for no axis. Compare with None.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if dim0 and dim1:
        return Tensor(np.swapaxes(self.data, dim0, dim1))
    if self.ndim < 2:
        return Tensor(self.data)
    return Tensor(np.swapaxes(self.data, -1, -2))
