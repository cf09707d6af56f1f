# style: the shape with the axes of length 1 from a reduction with keepdims
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    kept = x.sum(axis=axis, keepdims=True).shape
    return np.zeros_like(x) + np.reshape(grad, kept)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    return sum_rule(grad, out, x, axis, keepdims) * (out.size / x.size)


def max_rule(grad, out, x, axis=None, keepdims=False):
    maxima = x.max(axis=axis, keepdims=True)
    arriving = np.where(x == maxima, np.reshape(grad, maxima.shape), 0)
    times = np.count_nonzero(x == maxima, axis=axis, keepdims=True)
    return arriving / times
