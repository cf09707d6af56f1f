# misconception: Your power gives NaN or infinity at 0. Where the exponent is 0, the gradient of
#   the base is 0; where the base is 0, that of the exponent is 0.
# rank: 10
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    return grad * b * a ** (b - 1), grad * out * np.log(a)
