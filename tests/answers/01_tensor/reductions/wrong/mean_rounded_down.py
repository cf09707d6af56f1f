# misconception: You round the mean down with //. Divide with /.
@patch_to(Tensor)
def sum(self, axis=None, keepdims=False):
    return Tensor(self.data.sum(axis=axis, keepdims=keepdims))


@patch_to(Tensor)
def mean(self, axis=None, keepdims=False):
    total = self.data.sum(axis=axis, keepdims=keepdims)
    return Tensor(total // (self.size // total.size))


@patch_to(Tensor)
def max(self, axis=None, keepdims=False):
    return Tensor(self.data.max(axis=axis, keepdims=keepdims))
