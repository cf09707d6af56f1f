# misconception: The end of a slice is included.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, slice) and key.stop is not None:
        key = slice(key.start, key.stop + 1, key.step)
    return Tensor(self.data[key])
