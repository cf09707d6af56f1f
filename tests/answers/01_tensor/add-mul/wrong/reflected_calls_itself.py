# misconception: You write other + self in __radd__, which calls __radd__ again. Write self + other.
@patch_to(Tensor)
def __add__(self, other):
    result = self.data + as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __radd__(self, other):
    return other + self


@patch_to(Tensor)
def __mul__(self, other):
    result = self.data * as_array(other)
    return Tensor(result)


@patch_to(Tensor)
def __rmul__(self, other):
    return other * self
