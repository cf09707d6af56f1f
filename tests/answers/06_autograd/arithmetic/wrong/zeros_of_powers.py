# misconception: Where the base is 0, the logarithm makes the gradient of the exponent NaN. It is 0 there.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_base = np.where(b == 0, 0, b * a ** (b - 1))
        to_exponent = out * np.log(a)
    return grad * to_base, grad * to_exponent
