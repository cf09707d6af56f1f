# misconception: You store the result in x itself. Make a new Tensor.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    self.data = self.data.sum(axis=axis, keepdims=keepdims)
    return self


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(np.mean(self.data, axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(np.max(self.data, axis=axis, keepdims=keepdims))
