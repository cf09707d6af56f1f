# misconception: You return the gradient as it is. It has the shape of the result: sum over the
#   copies until it has the shape `shape`.
#| export
def unbroadcast(grad, shape):
    return grad
