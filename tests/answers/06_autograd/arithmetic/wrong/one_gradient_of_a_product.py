# misconception: You return one array for a product. Each rule returns a pair here: the gradient
#   of a, and the gradient of b.
#| export
def mul_rule(grad, out, a, b):
    return grad * b


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
