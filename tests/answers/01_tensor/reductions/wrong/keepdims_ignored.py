# misconception: You ignore keepdims. Pass it on.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(self.data.sum(axis=axis))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(self.data.mean(axis=axis))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(self.data.max(axis=axis))
