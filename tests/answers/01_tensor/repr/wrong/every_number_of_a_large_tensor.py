# misconception: tolist writes out every number, however many there are.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor({self.data.tolist()}, shape={self.shape})"
