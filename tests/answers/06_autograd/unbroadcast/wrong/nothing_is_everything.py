# misconception: Where nothing was broadcast, you call sum without axes, which sums everything.
#   Then return the gradient as it is; an empty tuple of axes does that.
#| export
def unbroadcast(grad, shape):
    new = grad.ndim - len(shape)
    axes = list(range(new))
    for axis, length in enumerate(shape):
        if length == 1 and grad.shape[new + axis] > 1:
            axes.append(new + axis)
    return grad.sum(axis=tuple(axes) or None, keepdims=True).reshape(shape)
