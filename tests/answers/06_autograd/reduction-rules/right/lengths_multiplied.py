# style: the lengths of the reduced axes multiplied, and a mean of the mask
#| export
def reduced_axes(x, axis):
    if axis is None:
        return tuple(range(x.ndim))
    return axis if isinstance(axis, tuple) else (axis,)


def sum_rule(grad, out, x, axis=None, keepdims=False):
    if not keepdims:
        grad = np.expand_dims(grad, reduced_axes(x, axis))
    return np.broadcast_to(grad, x.shape).copy()


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = 1
    for one in reduced_axes(x, axis):
        together *= x.shape[one]
    return sum_rule(grad, out, x, axis, keepdims) / together


def max_rule(grad, out, x, axis=None, keepdims=False):
    maxima = sum_rule(out, out, x, axis, keepdims)
    mask = np.where(x < maxima, 0.0, 1.0)
    share = mean_rule(grad, out, x, axis, keepdims)
    return share * mask / mask.mean(axis=axis, keepdims=True)
