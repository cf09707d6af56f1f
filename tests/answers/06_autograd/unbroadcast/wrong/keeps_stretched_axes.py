# misconception: You sum only over the new axes in front. Sum over the axes of length 1, too.
#| export
def unbroadcast(grad, shape):
    new = grad.ndim - len(shape)
    stretched = [new + axis for axis, length in enumerate(shape) if length == 1]
    return grad.sum(axis=(*range(new), *stretched[:0]), keepdims=True).sum(axis=tuple(range(new)))
