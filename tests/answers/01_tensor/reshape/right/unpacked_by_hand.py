# style: A tuple within the tuple is unpacked first.
@patch_to(Tensor)
def reshape(self, *shape):
    if len(shape) == 1 and isinstance(shape[0], (tuple, list)):
        shape = tuple(shape[0])
    return Tensor(np.reshape(self.data, shape))
