# misconception: You give a single number the shape (1,). Its shape is ().
@patch_to(Tensor)
def __getitem__(self, key):
    return Tensor(np.atleast_1d(self.data[key]))
