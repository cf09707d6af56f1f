# misconception: You sum over the first stretched axis only. Sum over every axis that has the
#   length 1 in `shape`.
#| export
def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    if 1 in shape:
        grad = grad.sum(axis=tuple(shape).index(1), keepdims=True)
    return grad
