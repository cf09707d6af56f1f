# misconception: You leave the gradient in the new shape. Back means the old shape: lay it out in
#   that of x.
# rank: 10
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(*shape)


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
