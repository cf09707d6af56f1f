# misconception: You return the slope of ReLU alone. Multiply it by grad, the gradient that
#   arrives.
# rank: 20
#| export
def relu_rule(grad, out, x):
    return np.where(x > 0, 1.0, 0.0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
