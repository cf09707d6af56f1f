# misconception: The factor s in front is missing. Multiply the difference from the weighted mean
#   by out.
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return grad - (grad * out).sum(axis=axis, keepdims=True)
