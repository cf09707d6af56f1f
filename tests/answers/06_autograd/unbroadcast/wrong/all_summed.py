# misconception: You sum over everything as soon as the shapes differ, and give each entry the
#   total. Each entry gets the sum of its own copies only.
#| export
def unbroadcast(grad, shape):
    if grad.shape == tuple(shape):
        return grad
    return np.full(shape, grad.sum())
