# style: numbers that do no harm in place of the zeros, before the power and the logarithm
#| export
def mul_rule(grad, out, a, b):
    to_a = np.multiply(grad, b)
    to_b = np.multiply(grad, a)
    return to_a, to_b


def div_rule(grad, out, a, b):
    return grad * (1 / b), grad * (-a / b**2)


def pow_rule(grad, out, a, b):
    base = np.where((a == 0) & (b == 0), 1, a)
    positive = np.where(a == 0, 1, a)
    return grad * b * base ** (b - 1), grad * out * np.log(positive)
