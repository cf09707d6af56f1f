# misconception: You go through the key with a loop, which fits a list of rows only. np.add.at
#   takes every kind of key.
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    if dim0 is None:
        if x.ndim < 2:
            return grad
        dim0, dim1 = -2, -1
    return np.swapaxes(grad, dim0, dim1)


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    for place, value in zip(key, grad):
        result[place] += value
    return result
