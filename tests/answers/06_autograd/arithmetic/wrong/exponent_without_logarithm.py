# misconception: You leave out the logarithm: a ** b is its own derivative only for the base e.
#   Multiply by log a.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
    return grad * to_a, np.where(a == 0, 0, grad * out)
