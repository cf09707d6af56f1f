# misconception: NumPy is told to leave out nothing, so a large tensor fills pages.
@patch_to(Tensor)
def __repr__(self):
    numbers = np.array2string(self.data, threshold=self.size + 1)
    return f"Tensor({numbers}, shape={self.shape})"
