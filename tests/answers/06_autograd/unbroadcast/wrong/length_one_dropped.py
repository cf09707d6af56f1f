# misconception: You lose the stretched axes. They are summed, but they stay in the shape with the
#   length 1: use keepdims=True.
# rank: 20
#| export
def unbroadcast(grad, shape):
    new = grad.ndim - len(shape)
    stretched = [new + axis for axis, length in enumerate(shape) if length == 1]
    return grad.sum(axis=(*range(new), *stretched))
