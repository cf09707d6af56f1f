# misconception: You give the whole gradient to the first of several largest numbers. They share
#   it in equal parts.
# rank: 20
#| export
def sum_rule(grad, out, x, axis=None, keepdims=False):
    return np.broadcast_to(put_back(grad, x, axis, keepdims), x.shape)


def mean_rule(grad, out, x, axis=None, keepdims=False):
    together = x.size // out.size
    return np.broadcast_to(put_back(grad, x, axis, keepdims) / together, x.shape)


def max_rule(grad, out, x, axis=None, keepdims=False):
    kept = range(x.ndim) if axis is None else np.atleast_1d(axis)
    kept = [one % x.ndim for one in kept]
    others = [one for one in range(x.ndim) if one not in kept]
    moved = np.transpose(x, others + kept)
    flat = moved.reshape(*moved.shape[:len(others)], -1)
    chosen = np.zeros(flat.shape)
    np.put_along_axis(chosen, np.expand_dims(flat.argmax(axis=-1), -1), 1, axis=-1)
    chosen = np.transpose(chosen.reshape(moved.shape), np.argsort(others + kept))
    return put_back(grad, x, axis, keepdims) * chosen
