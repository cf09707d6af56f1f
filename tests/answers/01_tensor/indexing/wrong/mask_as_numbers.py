# misconception: You turn a mask into places 0 and 1. Give NumPy the mask as it is.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, (list, np.ndarray)):
        key = np.asarray(key, dtype=int)
    return Tensor(self.data[key])
