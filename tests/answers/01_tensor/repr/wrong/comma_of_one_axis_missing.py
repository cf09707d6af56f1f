# misconception: The lengths are put between brackets by hand, so one axis gives (3) instead of (3,).
@patch_to(Tensor)
def __repr__(self):
    lengths = ", ".join(str(n) for n in self.shape)
    return f"Tensor({self.data}, shape=({lengths}))"
