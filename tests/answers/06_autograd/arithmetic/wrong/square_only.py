# misconception: You write the rule for squares, 2 a. With another exponent, the derivative with
#   respect to the base is b a ** (b - 1).
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * 2 * a, grad * to_b
