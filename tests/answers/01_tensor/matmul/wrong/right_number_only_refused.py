# misconception: You refuse a single number on the right, but not on the left. Refuse both.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if b.ndim == 0:
        raise ValueError("a single number has no inner dimension")
    if a.ndim == 0:
        a = a.reshape(1)
    inner = b.shape[max(b.ndim - 2, 0)]
    if a.shape[-1] != inner and a.size != 1:
        raise ValueError(f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                         f"Inner dimensions must match: {a.shape[-1]} ≠ {inner}")
    return Tensor(np.matmul(a, b) if a.shape[-1] == inner else a * b)
