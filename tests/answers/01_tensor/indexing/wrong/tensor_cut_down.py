# misconception: You cut x itself down. Make a new Tensor.
@patch_to(Tensor)
def __getitem__(self, key):
    self.data = np.array(self.data[key])
    return Tensor(self.data)
