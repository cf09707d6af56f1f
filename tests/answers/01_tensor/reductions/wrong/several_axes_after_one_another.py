# misconception: You reduce axes one after the other, though the later ones have moved. Pass the
#   tuple on.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    if isinstance(axis, tuple):
        result = self.data
        for one in axis:
            result = result.sum(axis=min(one, result.ndim - 1), keepdims=keepdims)
        return Tensor(result)
    return Tensor(self.data.sum(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    result = self.data.mean(axis=axis, keepdims=keepdims)
    return Tensor(result)


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    result = self.data.max(axis=axis, keepdims=keepdims)
    return Tensor(result)
