# misconception: You line up the shapes at their left ends. Broadcasting lines them up at the
#   right: the new axes stand in front.
# rank: 20
#| export
def unbroadcast(grad, shape):
    padded = tuple(shape) + (1,) * (grad.ndim - len(shape))
    for axis, length in enumerate(padded):
        if length == 1:
            grad = grad.sum(axis=axis, keepdims=True)
    return grad.reshape(shape)
