# misconception: You move one axis, so those between shift. The two change places: np.swapaxes.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if dim0 is None and dim1 is None:
        if self.ndim < 2:
            return Tensor(self.data)
        dim0, dim1 = -2, -1
    return Tensor(np.moveaxis(self.data, dim0, dim1))
