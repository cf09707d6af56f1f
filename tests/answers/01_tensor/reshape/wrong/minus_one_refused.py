# misconception: You multiply the lengths and do not think of -1. NumPy's reshape works it out.
@patch_to(Tensor)
def reshape(self, *shape):
    if len(shape) == 1 and isinstance(shape[0], tuple):
        shape = shape[0]
    if np.prod(shape) != self.size:
        raise ValueError(f"cannot reshape {self.size} numbers to {shape}")
    return Tensor(self.data.reshape(shape))
