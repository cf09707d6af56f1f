# misconception: You sum over the axes whose length does not occur in `shape`. Compare axis by
#   axis from the right end: two axes may have the same length.
#| export
def unbroadcast(grad, shape):
    axes = tuple(axis for axis, length in enumerate(grad.shape) if length not in shape)
    return grad.sum(axis=axes, keepdims=True).reshape(shape)
