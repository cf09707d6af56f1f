# misconception: You forget keepdims where no axis is given. Every axis stays then, with the length
#   1.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    if axis is None:
        return Tensor(self.data.sum())
    return Tensor(self.data.sum(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    if axis is None:
        return Tensor(self.data.mean())
    return Tensor(self.data.mean(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    if axis is None:
        return Tensor(self.data.max())
    return Tensor(self.data.max(axis=axis, keepdims=keepdims))
