# misconception: You let a small part of the gradient through where x is negative. With ReLU,
#   nothing passes there.
#| export
def relu_rule(grad, out, x):
    return np.where(x > 0, grad, 0.01 * grad)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
