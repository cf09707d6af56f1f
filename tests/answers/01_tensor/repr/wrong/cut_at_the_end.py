# misconception: The text is cut after 2,000 characters, and the shape at its end is lost.
@patch_to(Tensor)
def __repr__(self):
    text = "Tensor(" + str(self.data.tolist()) + ", shape=" + str(self.shape) + ")"
    return text[:2000]
