# misconception: You multiply the numbers. The sum is asked for.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(self.data.prod(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(self.data.mean(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(self.data.max(axis=axis, keepdims=keepdims))
