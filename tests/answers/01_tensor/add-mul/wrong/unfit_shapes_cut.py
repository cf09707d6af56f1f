# misconception: You drop numbers where shapes do not fit. Let NumPy raise its ValueError.
@patch_to(Tensor)
def __add__(self, other):
    a, b = self.data, as_array(other)
    try:
        return Tensor(a + b)
    except ValueError:
        n = min(a.shape[-1], b.shape[-1])
        return Tensor(a[..., :n] + b[..., :n])


@patch_to(Tensor)
def __radd__(self, other):
    return Tensor(as_array(other) + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    result = self.data * as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __rmul__(self, other):
    return Tensor(as_array(other) * self.data)
