# misconception: You multiply in a loop, which knows no fractional and no negative exponents. Use **
#   on the array.
@patch_to(Tensor)
def __sub__(self, other):
    result = self.data - as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __rsub__(self, other):
    left = as_array(other)
    return Tensor(left - self.data)


@patch_to(Tensor)
def __truediv__(self, other):
    result = self.data / as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __rtruediv__(self, other):
    left = as_array(other)
    return Tensor(left / self.data)


@patch_to(Tensor)
def __pow__(self, other):
    result = np.ones_like(self.data)
    for _ in range(int(other)):
        result = result * self.data
    return Tensor(result)


@patch_to(Tensor)
def __rpow__(self, other):
    left = as_array(other)
    return Tensor(left ** self.data)


@patch_to(Tensor)
def __neg__(self):
    return Tensor(-1 * self.data)
