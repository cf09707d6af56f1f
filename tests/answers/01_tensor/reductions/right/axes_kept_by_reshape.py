# style: The axes are worked out by hand and kept by a reshape.
def _axes(tensor, axis):
    if axis is None:
        return tuple(range(tensor.ndim))
    if not isinstance(axis, tuple):
        axis = (axis,)
    return tuple(a % tensor.ndim for a in axis)


def _finish(tensor, result, axes, keepdims):
    if keepdims:
        result = np.reshape(result, [1 if i in axes else n for i, n in enumerate(tensor.shape)])
    return Tensor(result)


@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    axes = _axes(self, axis)
    return _finish(self, np.sum(self.data, axis=axes), axes, keepdims)


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    axes = _axes(self, axis)
    return _finish(self, np.mean(self.data, axis=axes), axes, keepdims)


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    axes = _axes(self, axis)
    return _finish(self, np.max(self.data, axis=axes), axes, keepdims)
