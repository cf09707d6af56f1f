# misconception: You expect exactly two lengths. There may be any number: *shape.
@patch_to(Tensor)
def reshape(self, *shape):
    if isinstance(shape[0], tuple):
        rows, columns = shape[0]
    else:
        rows, columns = shape
    return Tensor(self.data.reshape(rows, columns))
