# misconception: You treat the exponent as a base, too, and give it a b ** (a - 1). Its derivative
#   is a ** b log a.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = np.where(a == 0, 0, a * b ** (a - 1))
    return grad * to_a, grad * to_b
