# misconception: You return the derivatives of the quotient alone. Multiply each by the gradient
#   that arrives.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return 1 / b, -a / b**2


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
