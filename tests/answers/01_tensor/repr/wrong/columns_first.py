# misconception: The numbers are written column by column.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor({self.data.T}, shape={self.shape})"
