# misconception: You average the products. The probabilities add up to 1 already, so sum them:
#   (grad * out).sum(...).
#| export
def relu_rule(grad, out, x):
    return grad * (x > 0)


def sigmoid_rule(grad, out, x):
    return grad * out * (1 - out)


def tanh_rule(grad, out, x):
    return grad * (1 - out**2)


def softmax_rule(grad, out, x, axis=-1):
    return out * (grad - (grad * out).mean(axis=axis, keepdims=True))
