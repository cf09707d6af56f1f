# style: the places are found by indexing an array of running numbers
#| export
def reshape_rule(grad, out, x, *shape):
    return np.reshape(grad, x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    if dim0 is None and dim1 is None:
        return grad if grad.ndim < 2 else grad.swapaxes(-1, -2)
    return grad.swapaxes(dim1, dim0)


def getitem_rule(grad, out, x, key):
    places = np.arange(x.size).reshape(x.shape)[key]
    sums = np.bincount(np.ravel(places), weights=np.ravel(grad), minlength=x.size)
    return sums.reshape(x.shape)
