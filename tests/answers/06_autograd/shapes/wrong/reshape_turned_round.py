# misconception: You turn the gradient round before you reshape it. A reshape does not move
#   numbers past each other: leave out .T.
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.T.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    if dim0 is None:
        if x.ndim < 2:
            return grad
        dim0, dim1 = -2, -1
    return np.swapaxes(grad, dim0, dim1)


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    np.add.at(result, key, grad)
    return result
