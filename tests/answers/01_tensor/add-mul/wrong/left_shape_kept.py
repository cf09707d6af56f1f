# misconception: You keep the shape of the left operand. The result may be larger by broadcasting.
@patch_to(Tensor)
def __add__(self, other):
    out = np.zeros(self.shape, dtype=np.float32)
    out[...] = self.data + as_array(other)
    return Tensor(out)


@patch_to(Tensor)
def __radd__(self, other):
    return Tensor(as_array(other) + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    out = np.zeros(self.shape, dtype=np.float32)
    out[...] = self.data * as_array(other)
    return Tensor(out)


@patch_to(Tensor)
def __rmul__(self, other):
    return Tensor(as_array(other) * self.data)
