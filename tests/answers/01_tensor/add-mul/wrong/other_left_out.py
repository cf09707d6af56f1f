# misconception: You leave out the number on the left. x comes back unchanged.
@patch_to(Tensor)
def __add__(self, other):
    return Tensor(self.data + as_array(other))


@patch_to(Tensor)
def __radd__(self, other):
    return Tensor(self.data)


@patch_to(Tensor)
def __mul__(self, other):
    return Tensor(self.data * as_array(other))


@patch_to(Tensor)
def __rmul__(self, other):
    return Tensor(self.data)
