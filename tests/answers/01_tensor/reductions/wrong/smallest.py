# misconception: You return the smallest number. The largest is asked for.
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
    return Tensor(self.data.min(axis=axis, keepdims=keepdims))
