# style: The numbers are worked out in float64 and rounded by the constructor.
def _double(value):
    if isinstance(value, Tensor):
        value = value.data
    return np.asarray(value, dtype=np.float64)


@patch_to(Tensor)
def __sub__(self, other):
    return Tensor(_double(self) - _double(other))


@patch_to(Tensor)
def __rsub__(self, other):
    return Tensor(_double(other) - _double(self))


@patch_to(Tensor)
def __truediv__(self, other):
    return Tensor(_double(self) / _double(other))


@patch_to(Tensor)
def __rtruediv__(self, other):
    return Tensor(_double(other) / _double(self))


@patch_to(Tensor)
def __pow__(self, other):
    return Tensor(_double(self) ** _double(other))


@patch_to(Tensor)
def __rpow__(self, other):
    return Tensor(_double(other) ** _double(self))


@patch_to(Tensor)
def __neg__(self):
    return Tensor(_double(self) * -1)
