# misconception: You select columns with the first part of the key. It selects rows.
@patch_to(Tensor)
def __getitem__(self, key):
    return Tensor(self.data.T[key])
