# misconception: You return the gradient as it is. Swap the axes again.
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    if dim0 is None and dim1 is None:
        if x.ndim < 2:
            return grad
        dim0, dim1 = -2, -1
    return grad


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    np.add.at(result, key, grad)
    return result
