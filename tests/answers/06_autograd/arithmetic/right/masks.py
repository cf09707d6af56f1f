# style: results that are filled at the places of a mask
#| export
def mul_rule(grad, out, a, b):
    return b * grad, a * grad


def div_rule(grad, out, a, b):
    to_a = grad / b
    return to_a, -to_a * out


def pow_rule(grad, out, a, b):
    to_a, to_b = np.zeros_like(grad), np.zeros_like(grad)
    used = b != 0
    to_a[used] = grad[used] * b[used] * np.power(a[used], b[used] - 1)
    used = a != 0
    to_b[used] = grad[used] * out[used] * np.log(np.abs(a[used]))
    return to_a, to_b
