# misconception: The exponent is not one lower: the derivative of a ** b is b a ** (b - 1).
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_base = np.where(b == 0, 0, b * a ** b)
        to_exponent = np.where(a == 0, 0, out * np.log(a))
    return grad * to_base, grad * to_exponent
