# misconception: You round to two decimals. At least four are shown.
@patch_to(Tensor)
def __repr__(self):
    numbers = np.array2string(self.data, precision=2, separator=", ")
    return f"Tensor({numbers}, shape={self.shape})"
