# misconception: You find a ** (b - 1) as the result divided by a, which is 0 / 0 at the base 0.
#   Compute the power itself.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * out / a)
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
