# misconception: You pass keepdims by position, where NumPy expects another argument. Pass it by
#   name.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(self.data.sum(axis, keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(self.data.mean(axis, keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(self.data.max(axis, keepdims))
