# style: the shape is filled up with ones in front, and compared axis by axis
#| export
def unbroadcast(grad, shape):
    padded = (1,) * (grad.ndim - len(shape)) + tuple(shape)
    axes = tuple(i for i, (n, m) in enumerate(zip(grad.shape, padded)) if n != m)
    return np.sum(grad, axis=axes, keepdims=True).reshape(shape)
