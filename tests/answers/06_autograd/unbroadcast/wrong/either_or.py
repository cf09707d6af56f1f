# misconception: You stop after the new axes: an `elif` or an early return skips the stretched
#   ones. A shape may have both at once.
#| export
def unbroadcast(grad, shape):
    new = grad.ndim - len(shape)
    if new > 0:
        return grad.sum(axis=tuple(range(new)))
    axes = tuple(axis for axis, length in enumerate(shape) if length == 1)
    return grad.sum(axis=axes, keepdims=True)
