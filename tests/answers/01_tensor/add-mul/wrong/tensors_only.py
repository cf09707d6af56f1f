# misconception: You take the other operand for a Tensor. It may be a number or an array:
#   as_array(other).
@patch_to(Tensor)
def __add__(self, other):
    return Tensor(self.data + other.data)


@patch_to(Tensor)
def __radd__(self, other):
    return Tensor(other.data + self.data)


@patch_to(Tensor)
def __mul__(self, other):
    return Tensor(self.data * other.data)


@patch_to(Tensor)
def __rmul__(self, other):
    return Tensor(other.data * self.data)
