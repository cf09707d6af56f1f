# misconception: You subtract the sum of the gradients. Weight each one with its probability
#   first: (grad * out).sum(...).
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - grad.sum(axis=axis, keepdims=True))
