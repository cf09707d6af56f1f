# style: Vectors become matrices first, and the extra axes are dropped at the end.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if 0 in (a.ndim, b.ndim):
        raise ValueError("matmul needs at least one axis on both sides")
    left = a[None, :] if a.ndim == 1 else a
    right = b[:, None] if b.ndim == 1 else b
    n, m = left.shape[-1], right.shape[-2]
    if n != m:
        message = "Cannot perform matrix multiplication: {} @ {}. Inner dimensions must match: {} ≠ {}"
        raise ValueError(message.format(a.shape, b.shape, n, m))
    result = left @ right
    if b.ndim == 1:
        result = result[..., 0]
    if a.ndim == 1:
        result = result[..., 0] if b.ndim == 1 else result[..., 0, :]
    return Tensor(result)
