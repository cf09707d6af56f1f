# misconception: You keep the largest gradient of the copies. What comes back from several places
#   is added.
#| export
def unbroadcast(grad, shape):
    new = grad.ndim - len(shape)
    stretched = [new + axis for axis, length in enumerate(shape) if length == 1]
    return grad.max(axis=(*range(new), *stretched), keepdims=True).reshape(shape)
