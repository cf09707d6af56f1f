# style: copies into which zeros are written, and one row after the other
#| export
def relu_rule(grad, out, x):
    result = grad.copy()
    result[x <= 0] = 0
    return result


def sigmoid_rule(grad, out, x):
    slope = np.subtract(1, out)
    slope *= out
    return slope * grad


def tanh_rule(grad, out, x):
    return grad - grad * np.square(out)


def softmax_rule(grad, out, x, axis=-1):
    rows, arriving = np.moveaxis(out, axis, -1), np.moveaxis(grad, axis, -1)
    result = np.empty_like(rows)
    for place in np.ndindex(rows.shape[:-1]):
        result[place] = rows[place] * (arriving[place] - rows[place] @ arriving[place])
    return np.moveaxis(result, -1, axis)
