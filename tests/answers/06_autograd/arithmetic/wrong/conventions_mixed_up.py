# misconception: You mix up the two conventions. An exponent of 0 makes the gradient of the base
#   0, and a base of 0 makes that of the exponent 0.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(a == 0, 0, b * a ** (b - 1))
        to_b = np.where(b == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
