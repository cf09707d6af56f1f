# misconception: You always make one line. Use the shape that is asked for.
@patch_to(Tensor)
def reshape(self, *shape):
    self.data.reshape(*shape)
    return Tensor(self.data.flatten())
