# style: A fresh array of the broadcast shape is filled and then changed in place.
@patch_to(Tensor)
def __add__(self, other):
    a, b = self.data, as_array(other)
    result = np.empty(np.broadcast_shapes(a.shape, b.shape), dtype=np.float32)
    result[...] = a
    result += b
    return Tensor(result)


@patch_to(Tensor)
def __mul__(self, other):
    a, b = self.data, as_array(other)
    result = np.empty(np.broadcast_shapes(a.shape, b.shape), dtype=np.float32)
    result[...] = a
    result *= b
    return Tensor(result)


Tensor.__radd__ = Tensor.__add__
Tensor.__rmul__ = Tensor.__mul__
