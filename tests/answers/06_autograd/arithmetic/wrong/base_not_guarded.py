# misconception: You guard the logarithm only. Where the exponent is 0, the gradient of the base
#   is 0, also at base 0, where b a ** (b - 1) would be NaN.
# rank: 20
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * b * a ** (b - 1), grad * to_b
