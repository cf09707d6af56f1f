# misconception: You return a plain number. Wrap it: a Tensor of shape ().
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    result = self.data.sum(axis=axis, keepdims=keepdims)
    return float(result) if result.ndim == 0 else Tensor(result)


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    result = self.data.mean(axis=axis, keepdims=keepdims)
    return float(result) if result.ndim == 0 else Tensor(result)


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    result = self.data.max(axis=axis, keepdims=keepdims)
    return float(result) if result.ndim == 0 else Tensor(result)
