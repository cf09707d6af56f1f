# misconception: You divide `grad` in place, and others use it, too. A rule changes none of its
#   arrays: make a new one with grad / together.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    grad /= x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
