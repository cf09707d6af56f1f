# misconception: You move one axis to the place of the other, and the axes between move up. Swap
#   the two: np.swapaxes.
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    if dim0 is None:
        if x.ndim < 2:
            return grad
        dim0, dim1 = -2, -1
    return np.moveaxis(grad, dim0, dim1)


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    np.add.at(result, key, grad)
    return result
