# misconception: You always keep the reduced axis. It stays only with keepdims=True.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(self.data.sum(axis=axis, keepdims=True))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(self.data.mean(axis=axis, keepdims=True))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(self.data.max(axis=axis, keepdims=True))
