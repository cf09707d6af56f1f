# misconception: Your __rmul__ adds. It multiplies.
@patch_to(Tensor)
def __add__(self, other):
    result = self.data + as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __radd__(self, other):
    left = as_array(other)
    return Tensor(left + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    result = self.data * as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __rmul__(self, other):
    return Tensor(as_array(other) + self.data)
