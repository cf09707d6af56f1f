# misconception: You take a negative axis for None. -1 is the last axis, and NumPy and put_back
#   know it as such.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    if axis is None or (isinstance(axis, int) and axis < 0):
        return np.full(x.shape, grad.sum())
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
