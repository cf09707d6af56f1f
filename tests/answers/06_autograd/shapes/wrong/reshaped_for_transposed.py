# misconception: You reshape the gradient of a transpose. The shape is right then, but the numbers
#   stand in wrong places: swap the axes.
#| export
def reshape_rule(grad, out, x, *shape):
    return grad.reshape(x.shape)


def transpose_rule(grad, out, x, dim0=None, dim1=None):
    return grad.reshape(x.shape)


def getitem_rule(grad, out, x, key):
    result = np.zeros_like(x)
    np.add.at(result, key, grad)
    return result
