# misconception: You catch the IndexError. Let NumPy raise it.
@patch_to(Tensor)
def __getitem__(self, key):
    try:
        return Tensor(self.data[key])
    except IndexError:
        return Tensor([])
