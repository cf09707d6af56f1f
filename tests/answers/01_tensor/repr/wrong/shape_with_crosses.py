# misconception: You write the shape with crosses. Python writes it as a tuple: self.shape.
@patch_to(Tensor)
def __repr__(self):
    shape = "x".join(str(n) for n in self.shape)
    return f"Tensor({self.data}, shape={shape})"
