# misconception: You multiply rows with rows. The product takes rows of the left and columns of the
#   right.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("numbers cannot be multiplied as matrices")
    if a.shape[-1] != b.shape[-1]:
        raise ValueError(f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                         f"Inner dimensions must match: {a.shape[-1]} ≠ {b.shape[-1]}")
    return Tensor(np.inner(a, b))
