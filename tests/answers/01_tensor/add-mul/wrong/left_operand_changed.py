# misconception: You change the left operand, as += does. Compute a new array.
@patch_to(Tensor)
def __add__(self, other):
    self.data = self.data + as_array(other)
    return self


@patch_to(Tensor)
def __radd__(self, other):
    left = as_array(other)
    return Tensor(left + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    self.data = self.data * as_array(other)
    return self


@patch_to(Tensor)
def __rmul__(self, other):
    left = as_array(other)
    return Tensor(left * self.data)
