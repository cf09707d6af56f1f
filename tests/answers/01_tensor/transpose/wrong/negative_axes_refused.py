# misconception: You do not find negative axes. They count from the back: np.swapaxes knows them.
@patch_to(Tensor)
def transpose(self, dim0=None, dim1=None):
    if dim0 is None and dim1 is None:
        if self.ndim < 2:
            return Tensor(self.data)
        dim0, dim1 = self.ndim - 2, self.ndim - 1
    order = list(range(self.ndim))
    i, j = order.index(dim0), order.index(dim1)
    order[i], order[j] = order[j], order[i]
    return Tensor(self.data.transpose(order))
