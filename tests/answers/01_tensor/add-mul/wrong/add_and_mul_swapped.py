# misconception: You add for * and multiply for +. It is the other way round.
@patch_to(Tensor)
def __add__(self, other):
    return Tensor(np.multiply(self.data, as_array(other)))


@patch_to(Tensor)
def __radd__(self, other):
    return Tensor(np.multiply(as_array(other), self.data))


@patch_to(Tensor)
def __mul__(self, other):
    return Tensor(np.add(self.data, as_array(other)))


@patch_to(Tensor)
def __rmul__(self, other):
    return Tensor(np.add(as_array(other), self.data))
