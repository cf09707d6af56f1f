# misconception: You divide the gradient of a sum. Each number gets the gradient of the sum as it
#   is.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape) * (out.size / x.size)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
