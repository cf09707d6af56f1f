# misconception: You return the gradients of a quotient in the wrong order. The one of a, the
#   numerator, comes first.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    to_a = grad / b
    to_b = -grad * a / b**2
    return to_b, to_a


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
