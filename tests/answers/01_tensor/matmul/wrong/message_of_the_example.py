# misconception: Your message has the numbers of the example. Put in the shapes of this product.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("matmul needs at least one axis")
    inner = b.shape[max(b.ndim - 2, 0)]
    if a.shape[-1] != inner:
        raise ValueError("Cannot perform matrix multiplication: (32, 128) @ (256, 10). "
                         "Inner dimensions must match: 128 ≠ 256")
    return Tensor(np.matmul(a, b))
