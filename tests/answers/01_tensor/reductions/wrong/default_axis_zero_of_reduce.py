# misconception: You use np.maximum.reduce, which takes axis 0 where none is given. Use
#   self.data.max.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(self.data.sum(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(self.data.mean(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    if axis is None:
        return Tensor(np.maximum.reduce(self.data, keepdims=keepdims))
    return Tensor(np.maximum.reduce(self.data, axis=axis, keepdims=keepdims))
