# misconception: You do not unpack a shape that comes as one tuple. NumPy's reshape takes both
#   forms: *shape.
@patch_to(Tensor)
def reshape(self, *shape):
    return Tensor(np.reshape(self.data, [int(n) for n in shape]))
