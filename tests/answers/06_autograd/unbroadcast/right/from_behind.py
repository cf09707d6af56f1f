# style: from the last axis to the first, with negative numbers
#| export
def unbroadcast(grad, shape):
    result = np.asarray(grad)
    for back in range(1, grad.ndim + 1):
        if back > len(shape) or shape[-back] == 1:
            result = result.sum(axis=-back, keepdims=True)
    return result.reshape(shape)
