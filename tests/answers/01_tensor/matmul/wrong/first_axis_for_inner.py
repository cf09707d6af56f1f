# misconception: You take the right inner dimension from the first axis. With stacks it is the last
#   but one.
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
