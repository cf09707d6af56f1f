# misconception: You swap the two inner dimensions in the message. The left one comes first.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("matmul needs at least one axis")
    inner = b.shape[max(b.ndim - 2, 0)]
    if a.shape[-1] != inner:
        raise ValueError(f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                         f"Inner dimensions must match: {inner} ≠ {a.shape[-1]}")
    return Tensor(np.matmul(a, b))
