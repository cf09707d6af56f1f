# misconception: You keep the exponent of the base as it is. The derivative of a ** b is b a ** (b
#   - 1).
# rank: 10
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.where(b == 0, 0, b * a**b)
        to_b = np.where(a == 0, 0, out * np.log(a))
    return grad * to_a, grad * to_b
