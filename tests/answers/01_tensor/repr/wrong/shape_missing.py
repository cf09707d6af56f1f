# misconception: The shape is left out.
@patch_to(Tensor)
def __repr__(self) -> str:
    return f"Tensor({self.data})"
