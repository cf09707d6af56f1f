# misconception: You sum over one new axis only. There may be several in front: go on as long as
#   the gradient has more axes than `shape`.
#| export
def unbroadcast(grad, shape):
    if grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            grad = grad.sum(axis=axis, keepdims=True)
    return grad
