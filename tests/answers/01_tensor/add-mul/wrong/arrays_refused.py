# misconception: You refuse arrays or NumPy's numbers. as_array(other) takes them all.
def _other(other):
    if isinstance(other, Tensor):
        return other.data
    if type(other) in (int, float):
        return np.float32(other)
    raise TypeError(f"cannot use {type(other).__name__} with a Tensor")


@patch_to(Tensor)
def __add__(self, other):
    return Tensor(self.data + _other(other))


@patch_to(Tensor)
def __radd__(self, other):
    return Tensor(_other(other) + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    return Tensor(self.data * _other(other))


@patch_to(Tensor)
def __rmul__(self, other):
    return Tensor(_other(other) * self.data)
