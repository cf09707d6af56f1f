# misconception: You take axis 0 for a missing one, since 0 counts as False. Ask `dim0 is None`.
# rank: 30
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    if not dim0 or not dim1:
        if x.ndim < 2:
            return grad
        dim0, dim1 = -2, -1
    return np.swapaxes(grad, dim0, dim1)


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    np.add.at(result, key, grad)
    return result
