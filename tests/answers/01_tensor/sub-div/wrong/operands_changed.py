# misconception: You change the left operand, as -= does. Compute a new array.
@patch_to(Tensor)
def __sub__(self, other):
    self.data = self.data - as_array(other)
    return Tensor(self.data)


@patch_to(Tensor)
def __rsub__(self, other):
    return Tensor(as_array(other) - self.data)


@patch_to(Tensor)
def __truediv__(self, other):
    self.data = self.data / as_array(other)
    return Tensor(self.data)


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
