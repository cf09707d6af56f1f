# misconception: You keep the result in float64. Wrap it in a Tensor, which is float32.
@patch_to(Tensor)
def __add__(self, other):
    result = Tensor(0)
    result.data = self.data.astype(np.float64) + as_array(other)
    return result


@patch_to(Tensor)
def __radd__(self, other):
    return self + other


@patch_to(Tensor)
def __mul__(self, other):
    result = Tensor(0)
    result.data = self.data.astype(np.float64) * as_array(other)
    return result


@patch_to(Tensor)
def __rmul__(self, other):
    return self * other
