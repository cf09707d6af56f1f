# misconception: You swap axes 1 and 2 if none are given. These are the last two only if there are
#   three: count from the end, with -2 and -1.
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    if dim0 is None:
        if x.ndim < 2:
            return grad
        dim0, dim1 = 1, 2
    return np.swapaxes(grad, dim0, dim1)


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    np.add.at(result, key, grad)
    return result
