# misconception: You square the difference 1 - t. Only t is squared: 1 - t².
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out) ** 2


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
