# misconception: Your sign is turned round. Sigmoid grows everywhere, so its slope s (1 - s) is
#   never negative.
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (out - 1)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
