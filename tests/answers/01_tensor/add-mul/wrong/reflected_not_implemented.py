# misconception: The reflected methods say that they know no numbers, so 1 + x fails.
@patch_to(Tensor)
def __add__(self, other):
    result = self.data + as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __radd__(self, other):
    return NotImplemented


@patch_to(Tensor)
def __mul__(self, other):
    result = self.data * as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __rmul__(self, other):
    return NotImplemented
