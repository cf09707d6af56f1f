# misconception: You refuse anything but two matrices. Vectors and stacks of matrices have products
#   too.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim != 2 or b.ndim != 2:
        raise ValueError("matmul needs two matrices")
    if a.shape[1] != b.shape[0]:
        raise ValueError(f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                         f"Inner dimensions must match: {a.shape[1]} ≠ {b.shape[0]}")
    return Tensor(a @ b)
