# misconception: You take the mean of the copies. Each copy changes the loss, so their gradients
#   are added.
# rank: 10
#| export
def unbroadcast(grad, shape):
    new = grad.ndim - len(shape)
    stretched = [new + axis for axis, length in enumerate(shape) if length == 1]
    return grad.mean(axis=(*range(new), *stretched), keepdims=True).reshape(shape)
