# misconception: You hand None on to swapaxes. If no axes are given, the last two were swapped: -2
#   and -1.
# rank: 20
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    return np.swapaxes(grad, dim0, dim1)


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    np.add.at(result, key, grad)
    return result
