# misconception: Only numbers, slices and tuples of them are accepted, lists and masks are refused.
@patch_to(Tensor)
def __getitem__(self, key):
    if not isinstance(key, (int, slice, tuple)):
        raise TypeError(f"cannot index with {type(key).__name__}")
    return Tensor(self.data[key])
