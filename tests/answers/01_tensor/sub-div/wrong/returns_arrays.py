# misconception: You return the array. Wrap it: return Tensor(...).
@patch_to(Tensor)
def __sub__(self, other):
    return self.data - as_array(other)


@patch_to(Tensor)
def __rsub__(self, other):
    return as_array(other) - self.data


@patch_to(Tensor)
def __truediv__(self, other):
    return self.data / as_array(other)


@patch_to(Tensor)
def __rtruediv__(self, other):
    return as_array(other) / self.data


@patch_to(Tensor)
def __pow__(self, other):
    return self.data ** other


@patch_to(Tensor)
def __rpow__(self, other):
    return other ** self.data


@patch_to(Tensor)
def __neg__(self):
    return -self.data
