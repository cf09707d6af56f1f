# misconception: You work -1 out only at the last place. NumPy's reshape does it at any.
@patch_to(Tensor)
def reshape(self, *shape):
    if len(shape) == 1 and isinstance(shape[0], (tuple, list)):
        shape = shape[0]
    shape = list(shape)
    if shape[-1] == -1:
        shape[-1] = self.size // int(np.prod(shape[:-1]))
    if min(shape) < 0:
        raise ValueError("a negative length")
    return Tensor(self.data.reshape(shape))
