# misconception: You ignore dim0 and dim1. Swap the axes that are asked for.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if self.ndim < 2:
        return Tensor(self.data)
    return Tensor(np.swapaxes(self.data, -2, -1))
