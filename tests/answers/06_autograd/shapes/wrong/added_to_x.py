# misconception: You add the gradient to x itself. Begin with zeros of the shape of x; a rule
#   changes none of its arrays.
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
    np.add.at(x, key, grad)
    return x
