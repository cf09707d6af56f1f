# misconception: -= changes grad, which other tensors may share. Write grad - ..., which makes a
#   new array.
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    grad -= (grad * out).sum(axis=axis, keepdims=True)
    return out * grad
