# misconception: You include the end of a slice. Python leaves it out.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, slice) and key.stop is not None:
        key = slice(key.start, key.stop + 1, key.step)
    return Tensor(self.data[key])
