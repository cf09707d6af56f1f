# misconception: You refuse negative places. They count from the end.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, int) and key < 0:
        raise IndexError("places count from 0")
    return Tensor(self.data[key])
