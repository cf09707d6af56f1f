# misconception: Your mean ignores keepdims. Pass it on.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    result = self.data.sum(axis=axis, keepdims=keepdims)
    return Tensor(result)


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(np.mean(self.data, axis))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    result = self.data.max(axis=axis, keepdims=keepdims)
    return Tensor(result)
