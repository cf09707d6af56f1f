# misconception: A single number comes back as a Python float instead of a Tensor.
@patch_to(Tensor)
def __getitem__(self, key):
    part = self.data[key]
    if part.ndim == 0:
        return float(part)
    return Tensor(part)
