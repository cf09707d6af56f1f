# misconception: You write (3) for one axis. Python writes the tuple (3,): use self.shape.
@patch_to(Tensor)
def __repr__(self):
    lengths = ", ".join(str(n) for n in self.shape)
    return f"Tensor({self.data}, shape=({lengths}))"
