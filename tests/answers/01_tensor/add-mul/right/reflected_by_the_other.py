# style: The reflected methods call the plain ones.
@patch_to(Tensor)
def __add__(self, other):
    return Tensor(self.data + as_array(other))


@patch_to(Tensor)
def __radd__(self, other):
    return self.__add__(other)


@patch_to(Tensor)
def __mul__(self, other):
    return Tensor(self.data * as_array(other))


@patch_to(Tensor)
def __rmul__(self, other):
    return self.__mul__(other)
