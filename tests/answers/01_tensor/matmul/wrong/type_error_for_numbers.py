# misconception: You raise a TypeError for a single number. Raise a ValueError.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise TypeError("matmul does not take single numbers")
    inner = b.shape[max(b.ndim - 2, 0)]
    if a.shape[-1] != inner:
        raise ValueError(f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                         f"Inner dimensions must match: {a.shape[-1]} ≠ {inner}")
    return Tensor(np.matmul(a, b))
