# misconception: You guess two lengths of -1. Let NumPy raise its ValueError.
@patch_to(Tensor)
def reshape(self, *shape):
    if len(shape) == 1 and isinstance(shape[0], tuple):
        shape = shape[0]
    shape = list(shape)
    while shape.count(-1) > 1:
        shape[shape.index(-1)] = 1
    return Tensor(self.data.reshape(shape))
