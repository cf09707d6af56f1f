# misconception: You compute the exponentials of x again, and large ones overflow. The
#   probabilities are there: out.
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    powers = np.exp(x)
    result = powers / powers.sum(axis=axis, keepdims=True)
    return result * (grad - (grad * result).sum(axis=axis, keepdims=True))
