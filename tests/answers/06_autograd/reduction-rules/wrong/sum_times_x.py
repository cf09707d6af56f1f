# misconception: You multiply the gradient of a sum by x. If one number grows by 1, so does the
#   sum, however large the number is.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return put_back(grad, x, axis, keepdims) * x


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
