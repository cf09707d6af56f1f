# misconception: A place beyond the end is counted round to the beginning instead of raising an IndexError.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, int):
        return Tensor(self.data[key % len(self.data)])
    return Tensor(self.data[key])
