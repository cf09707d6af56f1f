# misconception: You take the places of the stretched axes from `shape`. In the gradient they lie
#   further back by the number of new axes.
#| export
def unbroadcast(grad, shape):
    new = grad.ndim - len(shape)
    stretched = [axis for axis, length in enumerate(shape) if length == 1]
    return grad.sum(axis=tuple({*range(new), *stretched}), keepdims=True).reshape(shape)
