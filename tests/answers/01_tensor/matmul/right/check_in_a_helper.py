# style: The check stands in a function of its own, strings joined with +.
def _check_inner(a, b):
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("A single number cannot be multiplied as a matrix: use *")
    inner = (b.shape[-2:-1] or b.shape)[0]
    if inner != a.shape[-1]:
        raise ValueError("Cannot perform matrix multiplication: " + str(a.shape) + " @ " + str(b.shape)
                         + ". Inner dimensions must match: " + str(a.shape[-1]) + " \u2260 " + str(inner))


@patch_to(Tensor)
def matmul(self, other):
    if not isinstance(other, Tensor):
        other = Tensor(other)
    _check_inner(self.data, other.data)
    return Tensor(np.matmul(self.numpy(), other.numpy()))
