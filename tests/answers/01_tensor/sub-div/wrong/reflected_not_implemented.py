# misconception: Your reflected methods know no numbers. Use as_array(other), as in __sub__.
@patch_to(Tensor)
def __sub__(self, other):
    b = as_array(other)
    return Tensor(self.data - b)


@patch_to(Tensor)
def __rsub__(self, other):
    return NotImplemented


@patch_to(Tensor)
def __truediv__(self, other):
    b = as_array(other)
    return Tensor(self.data / b)


@patch_to(Tensor)
def __rtruediv__(self, other):
    return NotImplemented


@patch_to(Tensor)
def __pow__(self, other):
    b = as_array(other)
    return Tensor(self.data ** b)


@patch_to(Tensor)
def __rpow__(self, other):
    return NotImplemented


@patch_to(Tensor)
def __neg__(self):
    return Tensor(-1 * self.data)
