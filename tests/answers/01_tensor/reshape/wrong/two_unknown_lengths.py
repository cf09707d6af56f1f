# misconception: With more than one -1 the lengths are guessed instead of raising an error.
@patch_to(Tensor)
def reshape(self, *shape):
    if len(shape) == 1 and isinstance(shape[0], tuple):
        shape = shape[0]
    shape = list(shape)
    while shape.count(-1) > 1:
        shape[shape.index(-1)] = 1
    return Tensor(self.data.reshape(shape))
