# misconception: You change a tensor in place: result = self.data is no copy. Compute a new array.
@patch_to(Tensor)
def __add__(self, other):
    result = self.data
    result += as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __radd__(self, other):
    return Tensor(as_array(other) + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    result = self.data
    result *= as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __rmul__(self, other):
    return Tensor(as_array(other) * self.data)
