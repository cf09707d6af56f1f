# misconception: You return the array. Wrap it: return Tensor(...).
@patch_to(Tensor)
def __add__(self, other):
    return self.data + as_array(other)


@patch_to(Tensor)
def __radd__(self, other):
    return as_array(other) + self.data


@patch_to(Tensor)
def __mul__(self, other):
    return self.data * as_array(other)


@patch_to(Tensor)
def __rmul__(self, other):
    return as_array(other) * self.data
