# misconception: You count in one flat line of numbers. The first axis is the rows.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, int):
        return Tensor(self.data.ravel()[key])
    return Tensor(self.data[key])
