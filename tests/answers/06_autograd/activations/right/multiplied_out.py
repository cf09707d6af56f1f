# style: the formulas multiplied out
#| export
def relu_rule(grad, out, x):
    return np.sign(np.maximum(x, 0)) * grad


def sigmoid_rule(grad, out, x):
    return grad * (out - out * out)


def tanh_rule(grad, out, x):
    return grad * (1 - out) * (1 + out)


def softmax_rule(grad, out, x, axis=-1):
    weighted = grad * out
    return weighted - out * np.sum(weighted, axis=axis, keepdims=True)
