# misconception: You drop the minus of a negative axis. It counts from the end, so -1 is the last
#   axis: np.swapaxes knows that.
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    if dim0 is None:
        return grad if x.ndim < 2 else np.swapaxes(grad, -2, -1)
    return np.swapaxes(grad, abs(dim0), abs(dim1))


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    np.add.at(result, key, grad)
    return result
