# misconception: You give np.transpose the two axes as the order of all axes. It needs an order of
#   every axis; np.swapaxes swaps two.
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    if dim0 is None:
        if x.ndim < 2:
            return grad
        return np.swapaxes(grad, -2, -1)
    return np.transpose(grad, (dim0, dim1))


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    np.add.at(result, key, grad)
    return result
