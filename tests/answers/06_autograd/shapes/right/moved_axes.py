# style: moved axes, and a gradient that is flattened first
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.ravel().reshape(*x.shape)


def transpose_rule(grad, out, x, dim0=-2, dim1=-1):
    if x.ndim < 2:
        return grad.copy()
    result = np.moveaxis(grad, (dim0, dim1), (dim1, dim0))
    return result


def getitem_rule(grad, out, x, key):
    result = np.zeros(x.shape, dtype=grad.dtype)
    np.add.at(result, key, np.asarray(grad))
    return result
