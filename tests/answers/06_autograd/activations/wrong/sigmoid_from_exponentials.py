# misconception: You compute the exponential of x again. For numbers of thousands it overflows,
#   and the quotient is NaN. Use out.
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    power = np.exp(-x)
    return grad * power / (1 + power) ** 2


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
