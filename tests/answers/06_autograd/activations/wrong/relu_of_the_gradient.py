# misconception: You multiply by the result of ReLU. The slope is 1 where x is positive.
#| export
def relu_rule(grad, out, x):
    return grad * out


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
