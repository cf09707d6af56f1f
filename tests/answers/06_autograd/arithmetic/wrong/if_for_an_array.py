# misconception: You ask a whole array with `if`. An array has many answers: choose entry by entry
#   with np.where.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    to_a = 0 if b == 0 else b * a ** (b - 1)
    to_b = 0 if a == 0 else out * np.log(a)
    return grad * to_a, grad * to_b
