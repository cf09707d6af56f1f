# misconception: You leave out the middle of small tensors too. Up to 100 numbers are all shown.
@patch_to(Tensor)
def __repr__(self):
    numbers = np.array2string(self.data, threshold=10, edgeitems=2)
    return f"Tensor({numbers}, shape={self.shape})"
