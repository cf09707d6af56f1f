# misconception: You take only numbers on the left. An array may stand there too: as_array(other).
@patch_to(Tensor)
def __sub__(self, other):
    return Tensor(self.data - as_array(other))


@patch_to(Tensor)
def __rsub__(self, other):
    return Tensor(float(other) - self.data)


@patch_to(Tensor)
def __truediv__(self, other):
    return Tensor(self.data / as_array(other))


@patch_to(Tensor)
def __rtruediv__(self, other):
    return Tensor(float(other) / self.data)


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
