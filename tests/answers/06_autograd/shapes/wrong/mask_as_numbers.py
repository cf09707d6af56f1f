# misconception: You make whole numbers of booleans, so that True means row 1. Hand the key on as
#   it is.
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
    if isinstance(key, np.ndarray):
        key = key.astype(int)
    np.add.at(result, key, grad)
    return result
