# misconception: You work -1 out among several numbers, but not in a tuple. NumPy's reshape does
#   both.
@patch_to(Tensor)
def reshape(self, *shape):
    if isinstance(shape[0], tuple):
        new_shape = shape[0]
        if any(n < 0 for n in new_shape):
            raise ValueError("lengths must not be negative")
        return Tensor(self.data.reshape(new_shape))
    return Tensor(self.data.reshape(shape))
