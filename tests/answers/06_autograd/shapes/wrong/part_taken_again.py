# misconception: You take the part out of the gradient once more. Put the gradient back into zeros
#   of the shape of x.
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
    return grad[key]
