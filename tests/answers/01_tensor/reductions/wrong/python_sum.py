# misconception: You use Python's sum, which adds the rows. Use self.data.sum.
import builtins as _python


@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    if axis is None:
        return Tensor(_python.sum(self.data))
    return Tensor(self.data.sum(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(self.data.mean(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(self.data.max(axis=axis, keepdims=keepdims))
