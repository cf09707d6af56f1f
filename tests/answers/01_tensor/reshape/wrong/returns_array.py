# misconception: The NumPy array is returned without a Tensor around it.
@patch_to(Tensor)
def reshape(self, *shape):
    return self.data.reshape(*shape)
