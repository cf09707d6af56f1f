# misconception: You return the array. Wrap it: return Tensor(...).
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return self.data.sum(axis=axis, keepdims=keepdims)


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return self.data.mean(axis=axis, keepdims=keepdims)


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return self.data.max(axis=axis, keepdims=keepdims)
