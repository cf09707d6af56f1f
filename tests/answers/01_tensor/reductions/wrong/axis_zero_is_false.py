# misconception: Axis 0 is taken for no axis, because 0 counts as false.
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
