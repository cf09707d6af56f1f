# misconception: You divide by the length of the last axis in any case. Divide by how many numbers
#   became one: x.size // out.size.
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / x.shape[-1], x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == put_back(out, x, axis, keepdims)
    shares = largest / largest.sum(axis=axis, keepdims=True)
    return put_back(grad, x, axis, keepdims) * shares
