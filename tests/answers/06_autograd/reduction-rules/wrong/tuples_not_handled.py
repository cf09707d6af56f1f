# misconception: You put back one axis only. `axis` may be a tuple of several: put_back knows
#   that.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    if axis is None or keepdims:
        return np.broadcast_to(grad, x.shape)
    return np.repeat(np.expand_dims(grad, axis), x.shape[axis], axis=axis)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
