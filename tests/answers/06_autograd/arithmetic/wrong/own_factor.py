# misconception: You multiply the gradient by the operand itself. Each operand gets the gradient times the
#   other one.
#| export
def mul_rule(grad, out, a, b):
    return grad * a, grad * b


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_base = np.where(b == 0, 0, b * a ** (b - 1))
        to_exponent = np.where(a == 0, 0, out * np.log(a))
    return grad * to_base, grad * to_exponent
