# style: The array's own swapaxes, a conditional expression for the default.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if dim0 is None and self.ndim < 2:
        return Tensor(self.data.copy())
    first, second = (self.ndim - 2, self.ndim - 1) if dim0 is None else (dim0, dim1)
    return Tensor(self.data.swapaxes(first, second))
