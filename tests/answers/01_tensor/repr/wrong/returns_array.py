# misconception: You return the array. __repr__ returns a text.
@patch_to(Tensor)
def __repr__(self):
    return self.data
