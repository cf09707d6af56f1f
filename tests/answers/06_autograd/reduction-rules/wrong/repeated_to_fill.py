# misconception: You repeat the numbers of the gradient until x is full. Each belongs to one row
#   or column: put the axis back, then broadcast.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.resize(grad, x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
