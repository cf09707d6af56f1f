# misconception: The result is always one line, whatever shape is asked for.
@patch_to(Tensor)
def reshape(self, *shape):
    self.data.reshape(*shape)
    return Tensor(self.data.flatten())
