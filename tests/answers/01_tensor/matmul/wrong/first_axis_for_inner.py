# misconception: The inner dimension on the right is taken from the first axis, which is wrong for piles.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("a single number has no inner dimension")
    if a.shape[-1] != b.shape[0]:
        raise ValueError(
            f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
            f"Inner dimensions must match: {a.shape[-1]} ≠ {b.shape[0]}"
        )
    return Tensor(np.matmul(a, b))
