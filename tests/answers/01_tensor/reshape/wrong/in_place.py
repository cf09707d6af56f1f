# misconception: The tensor itself gets the new shape.
@patch_to(Tensor)
def reshape(self, *shape):
    self.data = self.data.reshape(*shape)
    return self
