# misconception: You write the numbers column by column. They come row by row.
@patch_to(Tensor)
def __repr__(self):
    return f"Tensor({self.data.T}, shape={self.shape})"
