# misconception: You take the mean over the copies. Each copy has an influence of its own, so take the sum.
#| export
def unbroadcast(grad, shape):
    new = grad.ndim - len(shape)
    stretched = [new + axis for axis, length in enumerate(shape) if length == 1]
    return grad.mean(axis=(*range(new), *stretched), keepdims=True).reshape(shape)
