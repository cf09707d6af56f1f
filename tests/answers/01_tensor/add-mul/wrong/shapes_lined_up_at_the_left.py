# misconception: You line shapes up at the left. They are lined up at the right: a row is added to
#   each row.
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
