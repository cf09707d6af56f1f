# misconception: The key counts in the flat line of all numbers.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, int):
        return Tensor(self.data.ravel()[key])
    return Tensor(self.data[key])
