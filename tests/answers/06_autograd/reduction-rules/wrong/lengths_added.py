# misconception: You add the lengths of the axes of a mean. So many numbers became one as their
#   product says.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    if axis is None:
        together = x.size
    else:
        together = sum(x.shape[one] for one in np.atleast_1d(axis))
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
