# misconception: You take the left inner dimension from axis 1. It is the last axis.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("a single number has no inner dimension")
    left, right = a.shape[1], b.shape[max(b.ndim - 2, 0)]
    if left != right:
        raise ValueError(
            f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
            f"Inner dimensions must match: {left} ≠ {right}"
        )
    return Tensor(a @ b)
