# misconception: You return the largest absolute value. The largest number is asked for.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    result = self.data.sum(axis=axis, keepdims=keepdims)
    return Tensor(result)


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    result = self.data.mean(axis=axis, keepdims=keepdims)
    return Tensor(result)


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(np.abs(self.data).max(axis=axis, keepdims=keepdims))
