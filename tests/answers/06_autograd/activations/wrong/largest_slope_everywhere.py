# misconception: You take the slope 0.25 everywhere. That is the slope at 0; elsewhere it is s (1
#   - s).
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * 0.25


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
