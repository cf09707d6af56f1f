# misconception: You reverse all axes. Without arguments only the last two are swapped.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if dim0 is None or dim1 is None:
        return Tensor(self.data.T)
    return Tensor(np.swapaxes(self.data, dim0, dim1))
