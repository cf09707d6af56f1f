# misconception: You fail an assertion for a shape that does not fit. Let NumPy raise its
#   ValueError.
@patch_to(Tensor)
def reshape(self, *shape):
    if len(shape) == 1 and isinstance(shape[0], tuple):
        shape = shape[0]
    if -1 not in shape:
        assert np.prod(shape) == self.size, "the number of numbers must stay"
    return Tensor(self.data.reshape(shape))
