# style: a quotient as a product with the reciprocal, and np.log with where=
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    reciprocal = b**-1.0
    to_a, to_reciprocal = mul_rule(grad, out, a, reciprocal)
    return to_a, -to_reciprocal * reciprocal**2


def pow_rule(grad, out, a, b):
    logarithm = np.log(a, out=np.zeros_like(a), where=a > 0)
    lowered = np.power(a, b - 1, out=np.zeros_like(a), where=b != 0)
    return b * lowered * grad, out * logarithm * grad
