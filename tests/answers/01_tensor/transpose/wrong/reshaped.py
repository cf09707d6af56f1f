# misconception: The shape is turned round by reshape, which leaves the numbers in their old order.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if self.ndim < 2:
        return Tensor(self.data)
    if dim0 is None:
        dim0, dim1 = -2, -1
    shape = list(self.shape)
    shape[dim0], shape[dim1] = shape[dim1], shape[dim0]
    return Tensor(self.data.reshape(shape))
