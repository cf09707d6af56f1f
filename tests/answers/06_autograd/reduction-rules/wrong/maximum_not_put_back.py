# misconception: You compare x with the maximum before its axes are put back. Use put_back for
#   `out`, too.
# rank: 20
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    largest = x == out
    shares = largest / np.maximum(largest.sum(axis=axis, keepdims=True), 1)
    return put_back(grad, x, axis, keepdims) * shares
