# misconception: You sum over the new axes in front only. Sum over each axis that has the length 1
#   in `shape`, too, and keep it with the length 1.
# rank: 10
#| export
def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    return grad
