# misconception: You use np.dot, which multiplies every matrix of one stack with every one of the
#   other. np.matmul pairs them.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("a single number has no inner dimension")
    inner = b.shape[-2] if b.ndim > 1 else b.shape[0]
    if a.shape[-1] != inner:
        raise ValueError(f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                         f"Inner dimensions must match: {a.shape[-1]} ≠ {inner}")
    return Tensor(np.dot(a, b))
