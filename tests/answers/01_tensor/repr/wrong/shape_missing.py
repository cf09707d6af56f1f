# misconception: You leave out the shape. The text contains it as Python writes a tuple.
@patch_to(Tensor)
def __repr__(self) -> str:
    return f"Tensor({self.data})"
