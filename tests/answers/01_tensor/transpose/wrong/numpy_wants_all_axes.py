# misconception: You give np.transpose two axes, but it wants all of them. Use np.swapaxes.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if self.ndim < 2:
        return Tensor(self.data)
    if dim0 is None:
        return Tensor(np.swapaxes(self.data, -2, -1))
    return Tensor(np.transpose(self.data, (dim0, dim1)))
