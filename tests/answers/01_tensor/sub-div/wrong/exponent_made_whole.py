# misconception: You cut the exponent to a whole number. It may be 0.5.
@patch_to(Tensor)
def __sub__(self, other):
    return Tensor(self.data - as_array(other))


@patch_to(Tensor)
def __rsub__(self, other):
    return Tensor(as_array(other) - self.data)


@patch_to(Tensor)
def __truediv__(self, other):
    return Tensor(self.data / as_array(other))


@patch_to(Tensor)
def __rtruediv__(self, other):
    return Tensor(as_array(other) / self.data)


@patch_to(Tensor)
def __pow__(self, other):
    return Tensor(self.data ** int(other))


@patch_to(Tensor)
def __rpow__(self, other):
    return Tensor(as_array(other) ** self.data)


@patch_to(Tensor)
def __neg__(self):
    return Tensor(-self.data)
