# misconception: You compute the matrix product. * multiplies number by number.
@patch_to(Tensor)
def __add__(self, other):
    return Tensor(self.data + as_array(other))


@patch_to(Tensor)
def __radd__(self, other):
    left = as_array(other)
    return Tensor(left + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    b = as_array(other)
    if b.ndim == 0:
        return Tensor(self.data * b)
    return Tensor(np.dot(self.data, b))


@patch_to(Tensor)
def __rmul__(self, other):
    left = as_array(other)
    return Tensor(left * self.data)
