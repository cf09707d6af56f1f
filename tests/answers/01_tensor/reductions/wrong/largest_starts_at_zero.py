# misconception: You start the search at 0. All numbers may be negative.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(np.sum(self.data, axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(np.mean(self.data, axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(np.max(self.data, axis=axis, keepdims=keepdims, initial=0))
