# style: the maximum computed anew with keepdims, and products with arrays of ones
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return put_back(grad, x, axis, keepdims) * np.ones_like(x)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = np.sum(np.ones_like(x), axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * np.ones_like(x) / together


def max_rule(grad, out, x, axis=None, keepdims=False):
    places = (x == x.max(axis=axis, keepdims=True)).astype(x.dtype)
    return put_back(grad, x, axis, keepdims) * places / np.sum(places, axis=axis, keepdims=True)
