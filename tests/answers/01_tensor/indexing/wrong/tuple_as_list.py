# misconception: You make the tuple a list, which selects rows. Give NumPy the tuple as it is.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, tuple) and all(isinstance(k, int) for k in key):
        return Tensor(self.data[list(key)])
    return Tensor(self.data[key])
