# misconception: You compute x ** 2 for 2 ** x. In __rpow__ the tensor is the exponent.
@patch_to(Tensor)
def __sub__(self, other):
    return Tensor(self.data - as_array(other))


@patch_to(Tensor)
def __rsub__(self, other):
    left = as_array(other)
    return Tensor(left - self.data)


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
    return Tensor(self.data ** as_array(other))


@patch_to(Tensor)
def __neg__(self):
    return Tensor(-1 * self.data)
