# misconception: With keepdims an axis of length 1 is put in front instead of in its old place.
def _keep(result, keepdims):
    return result[None, ...] if keepdims else result


@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(_keep(self.data.sum(axis=axis), keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    return Tensor(_keep(self.data.mean(axis=axis), keepdims))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(_keep(self.data.max(axis=axis), keepdims))
