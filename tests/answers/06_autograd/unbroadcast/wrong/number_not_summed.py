# misconception: You leave the gradient as it is if the shape is (). A single number was copied to
#   every place: everything is summed.
#| export
def unbroadcast(grad, shape):
    if not shape:
        return grad
    new = grad.ndim - len(shape)
    stretched = [new + axis for axis, length in enumerate(shape) if length == 1]
    return grad.sum(axis=(*range(new), *stretched), keepdims=True).reshape(shape)
