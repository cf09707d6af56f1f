# misconception: You tell NumPy to leave out nothing. The text of a large tensor has at most 2,000
#   characters.
@patch_to(Tensor)
def __repr__(self):
    numbers = np.array2string(self.data, threshold=self.size + 1)
    return f"Tensor({numbers}, shape={self.shape})"
