# style: A nested list for small tensors, the ends of the line for large ones.
@patch_to(Tensor)
def __repr__(self):
    if self.size <= 100:
        numbers = str(self.data.tolist())
    else:
        flat = self.data.ravel()
        numbers = f"{flat[:3].tolist()} ... {flat[-3:].tolist()}"
    return "Tensor(" + numbers + ", shape=" + str(self.shape) + ")"
