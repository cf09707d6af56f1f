# misconception: You return the array. Wrap it: return Tensor(...).
@patch_to(Tensor)
def __getitem__(self, key):
    return self.data[key]
