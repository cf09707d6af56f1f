# misconception: The axis is made an int, so a tuple of axes fails.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    if axis is not None:
        axis = int(axis)
    return Tensor(self.data.sum(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    if axis is not None:
        axis = int(axis)
    return Tensor(self.data.mean(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    if axis is not None:
        axis = int(axis)
    return Tensor(self.data.max(axis=axis, keepdims=keepdims))
