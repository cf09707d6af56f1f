# misconception: You ignore the step of a slice. Give NumPy the key as it is.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, slice):
        return Tensor(self.data[key.start:key.stop])
    return Tensor(self.data[key])
