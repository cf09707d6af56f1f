# misconception: The shape is written with crosses, not as a Python tuple.
@patch_to(Tensor)
def __repr__(self):
    shape = "x".join(str(n) for n in self.shape)
    return f"Tensor({self.data}, shape={shape})"
