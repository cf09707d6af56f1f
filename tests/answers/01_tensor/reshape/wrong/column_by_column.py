# misconception: The numbers are read column by column.
@patch_to(Tensor)
def reshape(self, *shape):
    return Tensor(self.data.reshape(*shape, order="F"))
