# misconception: You sum over the stretched axes only. The axes in front that `shape` does not
#   have are summed, too, and go away.
# rank: 10
#| export
def unbroadcast(grad, shape):
    for axis, length in enumerate(shape):
        if length == 1:
            grad = grad.sum(axis=axis, keepdims=True)
    return grad
