# misconception: You keep the extra axis of a vector. The result drops it.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("a single number has no inner dimension")
    inner = b.shape[max(b.ndim - 2, 0)]
    if a.shape[-1] != inner:
        raise ValueError(f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                         f"Inner dimensions must match: {a.shape[-1]} ≠ {inner}")
    if a.ndim == 1:
        a = a.reshape(1, -1)
    if b.ndim == 1:
        b = b.reshape(-1, 1)
    return Tensor(np.matmul(a, b))
