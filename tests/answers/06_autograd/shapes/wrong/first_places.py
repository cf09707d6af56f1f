# misconception: You put the gradients at the first places of x. They belong to the places from
#   which the numbers came, and `key` says which.
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
    result = np.zeros(x.size)
    result[:grad.size] = grad.ravel()
    return result.reshape(x.shape)
