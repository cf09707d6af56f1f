# misconception: You pair rows with zip, which cuts the longer operand. NumPy broadcasts: add the
#   arrays.
@patch_to(Tensor)
def __add__(self, other):
    b = as_array(other)
    if b.ndim == 0:
        return Tensor(self.data + b)
    return Tensor([row + other_row for row, other_row in zip(self.data, b)])


@patch_to(Tensor)
def __radd__(self, other):
    return Tensor(as_array(other) + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    return Tensor(self.data * as_array(other))


@patch_to(Tensor)
def __rmul__(self, other):
    return Tensor(as_array(other) * self.data)
