# misconception: You swap axes. reshape keeps the order of the numbers.
@patch_to(Tensor)
def reshape(self, *shape):
    if len(shape) == 1 and isinstance(shape[0], tuple):
        shape = shape[0]
    return Tensor(self.data.T.reshape(shape))
