# misconception: You copy the gradient of a sum without the axis that went away. Give it back with
#   the length 1 first: put_back.
# rank: 10
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(grad, x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
