# misconception: You return the place of the largest number, as argmax does. Return the number.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(np.sum(self.data, axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(np.mean(self.data, axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(np.argmax(self.data, axis=axis, keepdims=keepdims))
