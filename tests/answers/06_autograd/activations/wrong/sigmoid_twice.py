# misconception: out is already the result of Sigmoid. You put it through Sigmoid once more.
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    result = 1 / (1 + np.exp(-out))
    return grad * result * (1 - result)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
