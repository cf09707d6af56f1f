# misconception: You treat the exponent as a fixed number and give it 0. It is an input, too: its
#   gradient is a ** b log a times what arrives.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
    return grad * to_a, np.zeros_like(grad)
