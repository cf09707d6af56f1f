# misconception: You swap the first two axes. Without arguments it is the last two.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if self.ndim < 2:
        return Tensor(self.data)
    if dim0 is None:
        dim0 = 0
    if dim1 is None:
        dim1 = 1
    return Tensor(self.data.swapaxes(dim0, dim1))
