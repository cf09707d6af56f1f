# misconception: You refuse shapes that differ. NumPy broadcasts those that fit.
@patch_to(Tensor)
def __add__(self, other):
    b = as_array(other)
    if b.ndim > 0 and b.shape != self.shape:
        raise ValueError(f"shapes differ: {self.shape} and {b.shape}")
    return Tensor(self.data + b)


@patch_to(Tensor)
def __radd__(self, other):
    left = as_array(other)
    return Tensor(left + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    b = as_array(other)
    if b.ndim > 0 and b.shape != self.shape:
        raise ValueError(f"shapes differ: {self.shape} and {b.shape}")
    return Tensor(self.data * b)


@patch_to(Tensor)
def __rmul__(self, other):
    left = as_array(other)
    return Tensor(left * self.data)
