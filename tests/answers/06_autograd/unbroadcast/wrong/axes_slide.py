# misconception: You sum over one axis after the other and let each go away, so that the ones
#   behind move up. Keep the axes with keepdims=True until the end.
#| export
def unbroadcast(grad, shape):
    new = grad.ndim - len(shape)
    for axis in range(grad.ndim):
        if axis < new or shape[axis - new] == 1:
            grad = grad.sum(axis=axis)
    return grad.reshape(shape)
