# misconception: You accept only numbers and slices. Lists, arrays and masks are keys too.
@patch_to(Tensor)
def __getitem__(self, key):
    if not isinstance(key, (int, slice, tuple)):
        raise TypeError(f"cannot index with {type(key).__name__}")
    return Tensor(self.data[key])
