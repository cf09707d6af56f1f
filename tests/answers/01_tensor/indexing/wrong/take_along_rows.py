# misconception: np.take knows numbers and lists, but no slices and no tuples.
@patch_to(Tensor)
def __getitem__(self, key):
    return Tensor(np.take(self.data, key, axis=0))
