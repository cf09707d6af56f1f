# misconception: You return the largest numbers themselves. At their places stands the gradient,
#   not the value.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    return np.where(x == put_back(out, x, axis, keepdims), x, 0)
