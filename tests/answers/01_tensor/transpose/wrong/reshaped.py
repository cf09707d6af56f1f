# misconception: You reshape, which keeps the order of the numbers. Swap the axes.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if self.ndim < 2:
        return Tensor(self.data)
    if dim0 is None:
        dim0, dim1 = -2, -1
    shape = list(self.shape)
    shape[dim0], shape[dim1] = shape[dim1], shape[dim0]
    return Tensor(self.data.reshape(shape))
