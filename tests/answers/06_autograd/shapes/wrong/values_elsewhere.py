# misconception: You leave the values of x at places that were not taken. They have no influence
#   on the result, so their gradient is 0.
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
    result = x.copy()
    result[key] = 0
    np.add.at(result, key, grad)
    return result
