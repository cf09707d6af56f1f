# misconception: You return NumPy's text. Put the word Tensor and the shape around it.
@patch_to(Tensor)
def __repr__(self):
    return str(self.data)
