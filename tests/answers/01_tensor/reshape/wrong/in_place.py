# misconception: You reshape x itself. Make a new Tensor.
@patch_to(Tensor)
def reshape(self, *shape):
    self.data = self.data.reshape(*shape)
    return self
