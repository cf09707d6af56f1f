# misconception: The step of a slice is ignored.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, slice):
        return Tensor(self.data[key.start:key.stop])
    return Tensor(self.data[key])
