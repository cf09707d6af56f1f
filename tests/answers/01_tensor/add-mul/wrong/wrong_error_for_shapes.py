# misconception: You raise another error for shapes that do not fit. Let NumPy raise its ValueError.
@patch_to(Tensor)
def __add__(self, other):
    try:
        return Tensor(self.data + as_array(other))
    except ValueError:
        raise TypeError("these shapes cannot be added")


@patch_to(Tensor)
def __radd__(self, other):
    left = as_array(other)
    return Tensor(left + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    try:
        return Tensor(self.data * as_array(other))
    except ValueError:
        raise TypeError("these shapes cannot be multiplied")


@patch_to(Tensor)
def __rmul__(self, other):
    left = as_array(other)
    return Tensor(left * self.data)
