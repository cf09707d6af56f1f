# misconception: You take the axis for one number. It may be a tuple: pass it on.
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
