# misconception: Your index wraps round to the start. Let NumPy raise its
#   IndexError.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, int):
        return Tensor(self.data[key % len(self.data)])
    return Tensor(self.data[key])
