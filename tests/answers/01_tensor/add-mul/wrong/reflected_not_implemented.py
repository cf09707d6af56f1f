# misconception: Your __radd__ and __rmul__ know no numbers. Use as_array(other), as in __add__.
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
