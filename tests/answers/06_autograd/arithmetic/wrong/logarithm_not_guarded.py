# misconception: You guard the gradient of the base only. Where the base is 0, its logarithm is
#   minus infinity: there the gradient of the exponent is 0.
# rank: 20
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = out * np.log(a)
    return grad * to_a, grad * to_b
