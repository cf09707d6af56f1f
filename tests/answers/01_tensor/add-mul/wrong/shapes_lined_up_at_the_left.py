# misconception: Shapes are lined up at the left, so a row is added down the columns.
def _line_up(a, b):
    while 0 < b.ndim < a.ndim:
        b = b[..., None]
    return b


@patch_to(Tensor)
def __add__(self, other):
    return Tensor(self.data + _line_up(self.data, as_array(other)))


@patch_to(Tensor)
def __radd__(self, other):
    left = as_array(other)
    return Tensor(left + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    return Tensor(self.data * _line_up(self.data, as_array(other)))


@patch_to(Tensor)
def __rmul__(self, other):
    left = as_array(other)
    return Tensor(left * self.data)
