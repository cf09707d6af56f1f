# misconception: You compute x - 10 for 10 - x. In __rsub__ the tensor stands on the right.
@patch_to(Tensor)
def __sub__(self, other):
    return Tensor(self.data - as_array(other))


@patch_to(Tensor)
def __rsub__(self, other):
    return Tensor(self.data - as_array(other))


@patch_to(Tensor)
def __truediv__(self, other):
    return Tensor(self.data / as_array(other))


@patch_to(Tensor)
def __rtruediv__(self, other):
    left = as_array(other)
    return Tensor(left / self.data)


@patch_to(Tensor)
def __pow__(self, other):
    return Tensor(self.data ** as_array(other))


@patch_to(Tensor)
def __rpow__(self, other):
    left = as_array(other)
    return Tensor(left ** self.data)


@patch_to(Tensor)
def __neg__(self):
    return Tensor(-1 * self.data)
