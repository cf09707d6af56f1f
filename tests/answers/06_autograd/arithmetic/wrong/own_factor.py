# misconception: You multiply the gradient by the input's own value. For a product, each input
#   gets the gradient times the other input: grad * b for a, grad * a for b.
# rank: 10
#| export
def mul_rule(grad, out, a, b):
    return grad * a, grad * b


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a ** (b - 1))
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
