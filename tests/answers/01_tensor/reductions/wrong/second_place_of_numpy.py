# misconception: keepdims is handed on by place, where NumPy expects another argument.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(self.data.sum(axis, keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(self.data.mean(axis, keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(self.data.max(axis, keepdims))
