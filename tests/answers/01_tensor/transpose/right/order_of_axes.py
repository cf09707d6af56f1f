# style: A list of all axes with two of them swapped.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if dim0 is None and dim1 is None:
        if self.data.ndim < 2:
            return Tensor(self.data)
        dim0, dim1 = -2, -1
    order = list(range(self.data.ndim))
    order[dim0], order[dim1] = order[dim1], order[dim0]
    return Tensor(np.transpose(self.data, order))
