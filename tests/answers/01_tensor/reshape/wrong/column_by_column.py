# misconception: You read the numbers column by column. They keep their order, row by row.
@patch_to(Tensor)
def reshape(self, *shape):
    return Tensor(self.data.reshape(*shape, order="F"))
