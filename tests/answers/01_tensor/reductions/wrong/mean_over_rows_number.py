# misconception: You divide by the number of rows. Divide by the length of the axis that is reduced.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    result = self.data.sum(axis=axis, keepdims=keepdims)
    return Tensor(result)


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    total = self.data.sum(axis=axis, keepdims=keepdims)
    count = self.size if axis is None else len(self.data)
    return Tensor(total / count)


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    result = self.data.max(axis=axis, keepdims=keepdims)
    return Tensor(result)
