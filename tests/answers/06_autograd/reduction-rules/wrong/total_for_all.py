# misconception: You give each number of x the sum of all gradients. It gets only that of the sum
#   in which it takes part.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.full(x.shape, grad.sum())


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
