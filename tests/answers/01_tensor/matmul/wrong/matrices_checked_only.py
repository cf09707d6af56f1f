# misconception: You check only matrices, so a vector gives NumPy's own message. Compare the inner
#   dimensions of all.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("matmul needs at least one axis")
    if a.ndim >= 2 and b.ndim >= 2 and a.shape[-1] != b.shape[-2]:
        raise ValueError(
            f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
            f"Inner dimensions must match: {a.shape[-1]} ≠ {b.shape[-2]}"
        )
    return Tensor(np.matmul(a, b))
