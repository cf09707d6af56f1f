# misconception: You cut the longer inner dimension to fit. Raise the ValueError of the text.
@patch_to(Tensor)
def matmul(self, other):
    a, b = self.data, as_array(other)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("a single number has no inner dimension")
    n = min(a.shape[-1], b.shape[max(b.ndim - 2, 0)])
    a = a[..., :n]
    b = b[:n] if b.ndim == 1 else b[..., :n, :]
    return Tensor(np.matmul(a, b))
