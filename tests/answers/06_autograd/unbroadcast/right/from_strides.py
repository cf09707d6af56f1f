# style: the axes along which np.broadcast_to does not move on in memory
#| export
def unbroadcast(grad, shape):
    copies = np.broadcast_to(np.empty(shape), grad.shape)
    axes = tuple(axis for axis in range(grad.ndim) if copies.strides[axis] == 0)
    return grad.sum(axis=axes, keepdims=True).reshape(shape)
