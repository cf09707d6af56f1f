# misconception: You cut the numbers of the gradient into blocks of the size of `shape` and add
#   the blocks. That fits new axes only: sum along each stretched axis.
#| export
def unbroadcast(grad, shape):
    return grad.reshape(-1, *shape).sum(axis=0)
