# misconception: You ask a single number for an axis, which is an IndexError. Raise a ValueError
#   first.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    inner = b.shape[-2] if b.ndim > 1 else b.shape[0]
    if a.shape[-1] != inner:
        raise ValueError(f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                         f"Inner dimensions must match: {a.shape[-1]} ≠ {inner}")
    return Tensor(np.matmul(a, b))
