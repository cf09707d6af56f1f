# misconception: You compute y - x for x - y. In __sub__ the tensor stands on the left.
@patch_to(Tensor)
def __sub__(self, other):
    return Tensor(as_array(other) - self.data)


@patch_to(Tensor)
def __rsub__(self, other):
    return Tensor(self.data - as_array(other))


@patch_to(Tensor)
def __truediv__(self, other):
    result = self.data / as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __rtruediv__(self, other):
    return Tensor(as_array(other) / self.data)


@patch_to(Tensor)
def __pow__(self, other):
    result = self.data ** as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __rpow__(self, other):
    return Tensor(as_array(other) ** self.data)


@patch_to(Tensor)
def __neg__(self):
    return Tensor(-self.data)
