# misconception: A tuple is made a list, which selects rows instead of one place.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, tuple) and all(isinstance(k, int) for k in key):
        return Tensor(self.data[list(key)])
    return Tensor(self.data[key])
