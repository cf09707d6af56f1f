# misconception: You divide `grad` in place, and others use it, too. A rule changes none of its
#   arrays: make a new one with grad / b.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    grad /= b
    return grad, -grad * out


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
