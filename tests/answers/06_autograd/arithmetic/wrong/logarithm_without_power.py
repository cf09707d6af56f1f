# misconception: You give the exponent log a alone. The derivative is a ** b log a: multiply by
#   the result.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = np.where(a == 0, 0, np.log(a))
    return grad * to_a, grad * to_b
