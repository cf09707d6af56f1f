# misconception: You return the array. Wrap it: return Tensor(...).
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if dim0 is None and dim1 is None:
        if self.ndim < 2:
            return self.data
        dim0, dim1 = -2, -1
    return np.swapaxes(self.data, dim0, dim1)
