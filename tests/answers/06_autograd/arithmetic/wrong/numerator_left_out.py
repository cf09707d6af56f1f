# misconception: You leave a out of the gradient of the denominator: -1 / b ** 2 belongs to 1 / b.
#   For a / b it is -a / b ** 2.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad / b**2


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
