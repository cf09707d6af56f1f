# misconception: You transpose x itself. Make a new Tensor.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if self.ndim >= 2:
        if dim0 is None:
            dim0, dim1 = -2, -1
        self.data = np.swapaxes(self.data, dim0, dim1)
    return self
