# style: The mean is a sum divided by how many numbers became one, the maximum a negated minimum.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(np.add.reduce(self.data, axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    total = self.data.sum(axis=axis, keepdims=keepdims, dtype=np.float64)
    count = self.data.size / total.size
    return Tensor(total / count)


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(-np.min(-self.data, axis=axis, keepdims=keepdims))
