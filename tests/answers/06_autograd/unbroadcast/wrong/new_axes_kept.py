# misconception: You keep the new axes with the length 1. They go away: the result has exactly the
#   shape `shape`.
# rank: 20
#| export
def unbroadcast(grad, shape):
    new = grad.ndim - len(shape)
    stretched = [new + axis for axis, length in enumerate(shape) if length == 1]
    return grad.sum(axis=(*range(new), *stretched), keepdims=True)
