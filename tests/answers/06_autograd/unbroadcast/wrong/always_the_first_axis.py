# misconception: You sum over the first axis in any case. Sum only over axes that broadcasting
#   made or stretched.
#| export
def unbroadcast(grad, shape):
    grad = grad.sum(axis=0)
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    new = len(shape) - grad.ndim
    for axis, length in enumerate(shape):
        if length == 1 and axis >= new:
            grad = grad.sum(axis=axis - new, keepdims=True)
    return grad.reshape(shape)
