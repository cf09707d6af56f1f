# misconception: You look for the maximum of all numbers. With an axis each row or column has its
#   own: compare x with `out`, its axes put back.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == x.max()
    shares = largest / np.maximum(largest.sum(axis=axis, keepdims=True), 1)
    return put_back(grad, x, axis, keepdims) * shares
