# misconception: A place that does not exist raises a ValueError instead of an IndexError.
@patch_to(Tensor)
def __getitem__(self, key):
    try:
        return Tensor(self.data[key])
    except IndexError as error:
        raise ValueError(str(error))
