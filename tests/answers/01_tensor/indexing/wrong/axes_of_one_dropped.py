# misconception: squeeze drops the axis of a slice of length 1.
@patch_to(Tensor)
def __getitem__(self, key):
    return Tensor(np.squeeze(self.data[key]))
