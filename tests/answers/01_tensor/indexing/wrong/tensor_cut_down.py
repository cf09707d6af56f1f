# misconception: The tensor itself is cut down to the selected part.
@patch_to(Tensor)
def __getitem__(self, key):
    self.data = np.array(self.data[key])
    return Tensor(self.data)
