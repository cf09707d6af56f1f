# misconception: You take the gradient of the first copy and lose the others. Add up the gradients
#   of all copies.
#| export
def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        grad = grad[0]
    for axis, length in enumerate(shape):
        if length == 1:
            grad = grad.take([0], axis=axis)
    return grad
