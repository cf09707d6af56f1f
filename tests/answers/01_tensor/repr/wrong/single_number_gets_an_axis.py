# misconception: You show a single number with the shape (1,). Its shape is ().
@patch_to(Tensor)
def __repr__(self):
    data = np.atleast_1d(self.data)
    return f"Tensor({data}, shape={data.shape})"
