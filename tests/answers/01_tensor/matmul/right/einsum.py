# style: np.einsum in float64, with letters for the axes.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data.astype(np.float64), as_array(other).astype(np.float64)
    if not a.shape or not b.shape:
        raise ValueError(f"matmul of a single number: {a.shape} and {b.shape}")
    k = b.shape[0] if b.ndim == 1 else b.shape[-2]
    if a.shape[-1] != k:
        raise ValueError(f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                         f"Inner dimensions must match: {a.shape[-1]} ≠ {k}")
    left = "k" if a.ndim == 1 else "...ik"
    right = "k" if b.ndim == 1 else "...kj"
    out = left.replace("k", "") + right.replace("k", "").replace("...", "" if "..." in left else "...")
    return Tensor(np.einsum(f"{left},{right}->{out}", a, b))
