# misconception: You write the gradients of a product into a and b. A rule changes none of its
#   arrays, others use them, too: make new ones with grad * b and grad * a.
#| export
def mul_rule(grad, out, a, b):
    a *= grad
    b *= grad
    return b, a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
