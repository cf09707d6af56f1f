# misconception: Your loops know matrices only. np.matmul knows vectors and stacks too.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("a single number has no inner dimension")
    inner = b.shape[max(b.ndim - 2, 0)]
    if a.shape[-1] != inner:
        raise ValueError(f"Cannot perform matrix multiplication: {a.shape} @ {b.shape}. "
                         f"Inner dimensions must match: {a.shape[-1]} ≠ {inner}")
    rows, columns = a.shape[0], b.shape[1]
    result = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            for k in range(inner):
                result[i, j] += a[i, k] * b[k, j]
    return Tensor(result)
