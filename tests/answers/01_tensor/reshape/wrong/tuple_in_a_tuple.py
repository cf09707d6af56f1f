# misconception: A shape that comes as one tuple is not unpacked.
@patch_to(Tensor)
def reshape(self, *shape):
    return Tensor(np.reshape(self.data, [int(n) for n in shape]))
