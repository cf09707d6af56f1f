# misconception: You swap the axes: axis=0 goes down the columns, axis=1 along the rows.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    if axis in (0, 1) and self.ndim > 1:
        axis = 1 - axis
    return Tensor(self.data.sum(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    result = self.data.mean(axis=axis, keepdims=keepdims)
    return Tensor(result)


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    result = self.data.max(axis=axis, keepdims=keepdims)
    return Tensor(result)
