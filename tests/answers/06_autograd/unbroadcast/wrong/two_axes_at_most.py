# misconception: You sum over the rows or the columns of a matrix only. The gradient may have any
#   number of axes: go through all of them.
#| export
def unbroadcast(grad, shape):
    if len(shape) < grad.ndim:
        grad = grad.sum(axis=0)
    elif shape and shape[0] == 1:
        grad = grad.sum(axis=0, keepdims=True)
    if len(shape) == 2 and shape[1] == 1:
        grad = grad.sum(axis=1, keepdims=True)
    return grad if shape else grad.sum()
