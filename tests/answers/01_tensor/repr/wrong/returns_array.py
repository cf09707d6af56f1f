# misconception: The array is returned instead of a text.
@patch_to(Tensor)
def __repr__(self):
    return self.data
