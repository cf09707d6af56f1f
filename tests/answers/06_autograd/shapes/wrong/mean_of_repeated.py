# misconception: You share out the gradients of a place that was taken several times. They are
#   added, not averaged.
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
    result, times = np.zeros_like(x), np.zeros_like(x)
    np.add.at(result, key, grad)
    np.add.at(times, key, 1)
    return result / np.maximum(times, 1)
