# misconception: You use only the first argument. The lengths may come as several numbers: *shape.
@patch_to(Tensor)
def reshape(self, *shape):
    return Tensor(self.data.reshape(shape[0]))
