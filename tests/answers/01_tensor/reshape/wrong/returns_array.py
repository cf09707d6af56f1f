# misconception: You return the array. Wrap it: return Tensor(...).
@patch_to(Tensor)
def reshape(self, *shape):
    return self.data.reshape(*shape)
