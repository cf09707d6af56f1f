# misconception: NumPy's text is returned as it is, without the word Tensor and without the shape.
@patch_to(Tensor)
def __repr__(self):
    return str(self.data)
