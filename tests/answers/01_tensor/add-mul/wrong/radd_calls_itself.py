# misconception: Your __radd__ returns other + self, for which Python calls __radd__ again, without
#   end. Add the arrays.
@patch_to(Tensor)
def __add__(self, other):
    return Tensor(self.data + as_array(other))


@patch_to(Tensor)
def __radd__(self, other):
    return other + self


@patch_to(Tensor)
def __mul__(self, other):
    return Tensor(self.data * as_array(other))


@patch_to(Tensor)
def __rmul__(self, other):
    return Tensor(as_array(other) * self.data)
