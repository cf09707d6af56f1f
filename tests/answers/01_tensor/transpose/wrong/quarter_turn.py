# misconception: You turn the matrix by a quarter. Rows become columns in the same order.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if dim0 is None and dim1 is None:
        if self.ndim < 2:
            return Tensor(self.data)
        return Tensor(np.rot90(self.data, axes=(-2, -1)))
    return Tensor(np.swapaxes(self.data, dim0, dim1))
