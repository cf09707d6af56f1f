# misconception: Only the first argument is used, so several numbers do not work.
@patch_to(Tensor)
def reshape(self, *shape):
    return Tensor(self.data.reshape(shape[0]))
