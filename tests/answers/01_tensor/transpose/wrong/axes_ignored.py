# misconception: The arguments are ignored, the last two axes are swapped always.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if self.ndim < 2:
        return Tensor(self.data)
    return Tensor(np.swapaxes(self.data, -2, -1))
