# style: The reflected subtraction is a negated one, the reflected division a product with the reciprocal.
@patch_to(Tensor)
def __sub__(self, other):
    return Tensor(self.data - as_array(other))


@patch_to(Tensor)
def __rsub__(self, other):
    return Tensor(-(self.data - as_array(other)))


@patch_to(Tensor)
def __truediv__(self, other):
    return Tensor(self.data / as_array(other))


@patch_to(Tensor)
def __rtruediv__(self, other):
    return Tensor(as_array(other) * (1 / self.data))


@patch_to(Tensor)
def __pow__(self, other):
    return Tensor(self.data ** other)


@patch_to(Tensor)
def __rpow__(self, other):
    return Tensor(other ** self.data)


@patch_to(Tensor)
def __neg__(self):
    return Tensor(0 - self.data)
