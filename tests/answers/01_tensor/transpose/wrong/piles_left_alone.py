# misconception: You leave stacks as they are. The last two axes of each change places.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if dim0 is not None and dim1 is not None:
        return Tensor(np.swapaxes(self.data, dim0, dim1))
    if self.ndim == 2:
        return Tensor(self.data.T)
    return Tensor(self.data)
