# misconception: You put the axes back, but do not copy along them. The result has the shape of x:
#   np.broadcast_to(..., x.shape).
# rank: 20
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return put_back(grad, x, axis, keepdims)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
