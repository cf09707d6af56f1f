# misconception: You hand the gradient on unchanged. Where x is not positive, ReLU gives 0, and no
#   gradient passes.
#| export
def relu_rule(grad, out, x):
    return grad


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
