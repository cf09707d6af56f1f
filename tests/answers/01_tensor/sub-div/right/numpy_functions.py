# style: NumPy's functions by name, the other operand made a Tensor first.
@patch_to(Tensor)
def __sub__(self, other):
    return Tensor(np.subtract(self.data, Tensor(other).data))


@patch_to(Tensor)
def __rsub__(self, other):
    return Tensor(np.subtract(Tensor(other).data, self.data))


@patch_to(Tensor)
def __truediv__(self, other):
    return Tensor(np.true_divide(self.data, Tensor(other).data))


@patch_to(Tensor)
def __rtruediv__(self, other):
    return Tensor(np.true_divide(Tensor(other).data, self.data))


@patch_to(Tensor)
def __pow__(self, other):
    return Tensor(np.power(self.data, np.float32(other)))


@patch_to(Tensor)
def __rpow__(self, other):
    return Tensor(np.power(np.float32(other), self.data))


@patch_to(Tensor)
def __neg__(self):
    return Tensor(np.negative(self.data))
