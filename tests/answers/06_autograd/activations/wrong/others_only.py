# misconception: You count only how a score lowers the other probabilities. It also raises its
#   own: that gives the part out * grad.
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return -out * (grad * out).sum(axis=axis, keepdims=True)
