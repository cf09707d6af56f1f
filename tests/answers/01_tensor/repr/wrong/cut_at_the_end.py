# misconception: You cut the text off, and the shape with it. Let NumPy leave out the middle.
@patch_to(Tensor)
def __repr__(self):
    text = "Tensor(" + str(self.data.tolist()) + ", shape=" + str(self.shape) + ")"
    return text[:2000]
