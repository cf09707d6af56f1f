# misconception: You put the kept axis in front. It stays in its old place, with the length 1.
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
