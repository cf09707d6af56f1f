# style: The array's own method is called by name.
@patch_to(Tensor)
def __getitem__(self, key):
    return Tensor(self.data.__getitem__(key))
