# misconception: The middle is left out of small tensors too.
@patch_to(Tensor)
def __repr__(self):
    numbers = np.array2string(self.data, threshold=10, edgeitems=2)
    return f"Tensor({numbers}, shape={self.shape})"
