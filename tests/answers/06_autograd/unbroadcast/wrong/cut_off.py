# misconception: You keep the first numbers of the gradient and drop the rest. Nothing is lost on
#   the way back: add up the copies.
#| export
def unbroadcast(grad, shape):
    return np.resize(grad, shape)
