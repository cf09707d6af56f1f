# misconception: You read the first length of `shape`, but () has none. Then everything is summed
#   to a single number.
#| export
def unbroadcast(grad, shape):
    columns = shape[-1]
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    for axis in range(len(shape) - 1):
        if shape[axis] == 1:
            grad = grad.sum(axis=axis, keepdims=True)
    return grad.sum(axis=-1, keepdims=True) if columns == 1 else grad
