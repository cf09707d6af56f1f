# misconception: NumPy's result is returned without a Tensor around it.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return self.data.sum(axis=axis, keepdims=keepdims)


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return self.data.mean(axis=axis, keepdims=keepdims)


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return self.data.max(axis=axis, keepdims=keepdims)
