# misconception: A single 0 makes all your gradients of a power 0. The conventions hold for each
#   entry on its own: use np.where.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    if np.any(b == 0):
        to_a = np.zeros_like(grad)
    else:
        to_a = b * a ** (b - 1)
    if np.any(a == 0):
        to_b = np.zeros_like(grad)
    else:
        to_b = out * np.log(a)
    return grad * to_a, grad * to_b
