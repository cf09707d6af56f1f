# misconception: You collect the result in the other operand's array. Compute a new array.
@patch_to(Tensor)
def __add__(self, other):
    total = as_array(other)
    if total.shape == self.shape:
        total += self.data
    else:
        total = total + self.data
    return Tensor(total)


@patch_to(Tensor)
def __radd__(self, other):
    left = as_array(other)
    return Tensor(left + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    b = as_array(other)
    return Tensor(self.data * b)


@patch_to(Tensor)
def __rmul__(self, other):
    left = as_array(other)
    return Tensor(left * self.data)
