# misconception: You sort x itself. Compute the maximum and leave x.data as it is.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(self.data.sum(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(self.data.mean(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    result = self.data.max(axis=axis, keepdims=keepdims)
    self.data.sort(axis=-1)
    return Tensor(result)
