# misconception: You add a tiny number before the logarithm, so that 0 ** 0 gets a large negative
#   gradient. Where the base is 0, the gradient of the exponent is 0.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = out * np.log(a + 1e-8)
    return grad * to_a, grad * to_b
