# misconception: NumPy's selection is returned without a Tensor around it.
@patch_to(Tensor)
def __getitem__(self, key):
    return self.data[key]
