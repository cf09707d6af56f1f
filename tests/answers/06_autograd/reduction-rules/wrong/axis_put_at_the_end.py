# misconception: You put the axis back at the end in any case. It belongs to the place at which it
#   was: put_back knows that.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    if axis is not None and not keepdims:
        grad = grad[..., np.newaxis]
    return np.broadcast_to(grad, x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
