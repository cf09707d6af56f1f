# misconception: You give the gradient to the smallest numbers. It belongs to the largest.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    smallest = x == x.min(axis=axis, keepdims=True)
    shares = smallest / smallest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
