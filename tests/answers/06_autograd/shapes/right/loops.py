# style: loops over single numbers
#| export
def reshape_rule(grad, out, x, *shape):
    result = np.zeros_like(x)
    for place, value in zip(np.ndindex(x.shape), grad.flat):
        result[place] = value
    return result


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    axes = list(range(x.ndim))
    if dim0 is None:
        dim0, dim1 = -2, -1
    if x.ndim >= 2:
        axes[dim0], axes[dim1] = axes[dim1], axes[dim0]
    return np.transpose(grad, axes)


def getitem_rule(grad, out, x, key):
    result = np.zeros(x.size)
    places = np.arange(x.size).reshape(x.shape)[key]
    for place, value in zip(np.ravel(places), np.ravel(grad)):
        result[place] += value
    return result.reshape(x.shape)
