# misconception: You fail an assertion. Raise a ValueError.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    assert a.ndim > 0 and b.ndim > 0, "a single number has no inner dimension"
    inner = b.shape[max(b.ndim - 2, 0)]
    assert a.shape[-1] == inner, (f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                                  f"Inner dimensions must match: {a.shape[-1]} ≠ {inner}")
    return Tensor(np.matmul(a, b))
