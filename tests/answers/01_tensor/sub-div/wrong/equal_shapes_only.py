# misconception: You refuse shapes that differ. NumPy broadcasts those that fit.
@patch_to(Tensor)
def __sub__(self, other):
    b = as_array(other)
    assert b.ndim == 0 or b.shape == self.shape
    return Tensor(self.data - b)


@patch_to(Tensor)
def __rsub__(self, other):
    left = as_array(other)
    return Tensor(left - self.data)


@patch_to(Tensor)
def __truediv__(self, other):
    b = as_array(other)
    assert b.ndim == 0 or b.shape == self.shape
    return Tensor(self.data / b)


@patch_to(Tensor)
def __rtruediv__(self, other):
    left = as_array(other)
    return Tensor(left / self.data)


@patch_to(Tensor)
def __pow__(self, other):
    result = self.data ** as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __rpow__(self, other):
    left = as_array(other)
    return Tensor(left ** self.data)


@patch_to(Tensor)
def __neg__(self):
    return Tensor(-1 * self.data)
