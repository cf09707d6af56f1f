# misconception: You return a Python number for a single place. Wrap it: a Tensor of shape ().
@patch_to(Tensor)
def __getitem__(self, key):
    part = self.data[key]
    if part.ndim == 0:
        return float(part)
    return Tensor(part)
