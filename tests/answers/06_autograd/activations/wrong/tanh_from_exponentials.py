# misconception: You compute exponentials of x again. For numbers of thousands they overflow, and
#   the quotient is NaN. Use out.
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    power = np.exp(2 * x)
    return grad * 4 * power / (power + 1) ** 2


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
