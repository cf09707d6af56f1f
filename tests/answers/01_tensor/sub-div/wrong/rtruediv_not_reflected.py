# misconception: You compute x / 10 for 10 / x. In __rtruediv__ the tensor is the divisor.
@patch_to(Tensor)
def __sub__(self, other):
    b = as_array(other)
    return Tensor(self.data - b)


@patch_to(Tensor)
def __rsub__(self, other):
    return Tensor(as_array(other) - self.data)


@patch_to(Tensor)
def __truediv__(self, other):
    b = as_array(other)
    return Tensor(self.data / b)


@patch_to(Tensor)
def __rtruediv__(self, other):
    return self.__truediv__(other)


@patch_to(Tensor)
def __pow__(self, other):
    b = as_array(other)
    return Tensor(self.data ** b)


@patch_to(Tensor)
def __rpow__(self, other):
    return Tensor(as_array(other) ** self.data)


@patch_to(Tensor)
def __neg__(self):
    return Tensor(-self.data)
