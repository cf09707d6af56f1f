# misconception: You set negative gradients to 0. Whether a gradient passes depends on x, not on
#   its own sign.
#| export
def relu_rule(grad, out, x):
    return np.maximum(grad, 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
