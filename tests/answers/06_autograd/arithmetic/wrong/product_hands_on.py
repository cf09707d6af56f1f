# misconception: You hand the gradient of a product on as it is. That holds for a sum: a product
#   changes b times as fast as a, and a times as fast as b.
#| export
def mul_rule(grad, out, a, b):
    return grad, grad


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
