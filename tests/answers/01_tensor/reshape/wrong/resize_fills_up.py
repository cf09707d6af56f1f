# misconception: You use np.resize, which repeats or drops numbers. Use reshape, which raises a
#   ValueError.
@patch_to(Tensor)
def reshape(self, *shape):
    if len(shape) == 1 and isinstance(shape[0], tuple):
        shape = shape[0]
    if -1 in shape:
        return Tensor(self.data.reshape(shape))
    return Tensor(np.resize(self.data, shape))
