# misconception: You ask for the last but one axis of a vector. A vector on the right has one axis,
#   the inner one.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("a single number has no inner dimension")
    if a.shape[-1] != b.shape[-2]:
        raise ValueError(
            f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
            f"Inner dimensions must match: {a.shape[-1]} ≠ {b.shape[-2]}"
        )
    return Tensor(a @ b)
