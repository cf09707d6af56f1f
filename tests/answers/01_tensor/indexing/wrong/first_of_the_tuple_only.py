# misconception: You use only the first part of a tuple. Give NumPy the whole key.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, tuple):
        key = key[0]
    return Tensor(self.data[key])
