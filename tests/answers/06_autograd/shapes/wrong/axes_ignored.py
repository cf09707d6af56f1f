# misconception: You swap the last two axes in any case. If dim0 and dim1 are given, swap these.
# rank: 10
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    return grad if x.ndim < 2 else np.swapaxes(grad, -2, -1)


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    np.add.at(result, key, grad)
    return result
