# style: np.sum, np.mean and np.amax.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(np.sum(self.data, axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(np.mean(self.data, axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(np.amax(self.data, axis=axis, keepdims=keepdims))
