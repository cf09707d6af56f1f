# misconception: An if asks about the whole array at once. ReLU asks about each number: grad * (x
#   > 0).
#| export
def relu_rule(grad, out, x):
    if x > 0:
        return grad
    return 0 * grad


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).sum(axis=axis, keepdims=True))
