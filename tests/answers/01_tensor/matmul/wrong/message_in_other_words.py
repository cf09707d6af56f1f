# misconception: Your message has other words. Write it exactly as the text does.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("matmul needs at least one axis")
    inner = b.shape[max(b.ndim - 2, 0)]
    if a.shape[-1] != inner:
        raise ValueError(f"Shapes {a.shape} and {b.shape} do not fit")
    return Tensor(np.matmul(a, b))
