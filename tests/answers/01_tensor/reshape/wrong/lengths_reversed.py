# misconception: You use the lengths in reversed order. Use them as they come.
@patch_to(Tensor)
def reshape(self, *shape):
    if len(shape) == 1 and isinstance(shape[0], tuple):
        shape = shape[0]
    return Tensor(self.data.reshape(shape[::-1]))
