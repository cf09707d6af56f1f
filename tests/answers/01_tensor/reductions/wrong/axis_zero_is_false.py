# misconception: You take axis 0 for no axis. Compare with None, or pass it on as it is.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    if axis:
        return Tensor(self.data.sum(axis=axis, keepdims=keepdims))
    return Tensor(self.data.sum(keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    if axis:
        return Tensor(self.data.mean(axis=axis, keepdims=keepdims))
    return Tensor(self.data.mean(keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    if axis:
        return Tensor(self.data.max(axis=axis, keepdims=keepdims))
    return Tensor(self.data.max(keepdims=keepdims))
