# misconception: The IndexError is caught and an empty tensor returned.
@patch_to(Tensor)
def __getitem__(self, key):
    try:
        return Tensor(self.data[key])
    except IndexError:
        return Tensor([])
