# misconception: The search for the largest number starts at 0, so negative numbers never win.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(np.sum(self.data, axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(np.mean(self.data, axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(np.max(self.data, axis=axis, keepdims=keepdims, initial=0))
