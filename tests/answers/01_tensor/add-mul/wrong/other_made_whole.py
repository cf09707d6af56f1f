# misconception: You cut the other number to a whole one. Keep it as it is.
@patch_to(Tensor)
def __add__(self, other):
    b = as_array(other)
    if b.ndim == 0:
        b = int(b)
    return Tensor(self.data + b)


@patch_to(Tensor)
def __radd__(self, other):
    return self.__add__(other)


@patch_to(Tensor)
def __mul__(self, other):
    b = as_array(other)
    if b.ndim == 0:
        b = int(b)
    return Tensor(self.data * b)


@patch_to(Tensor)
def __rmul__(self, other):
    return self.__mul__(other)
