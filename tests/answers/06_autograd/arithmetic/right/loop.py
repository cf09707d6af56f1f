# style: a loop over the numbers
#| export
import math


def mul_rule(grad, out, a, b):
    to_a, to_b = np.empty(grad.shape), np.empty(grad.shape)
    for place in np.ndindex(grad.shape):
        to_a[place] = grad[place] * b[place]
        to_b[place] = grad[place] * a[place]
    return to_a, to_b


def div_rule(grad, out, a, b):
    to_a, to_b = np.empty(grad.shape), np.empty(grad.shape)
    for place in np.ndindex(grad.shape):
        to_a[place] = grad[place] / b[place]
        to_b[place] = -grad[place] * a[place] / (b[place] * b[place])
    return to_a, to_b


def pow_rule(grad, out, a, b):
    to_a, to_b = np.zeros(grad.shape), np.zeros(grad.shape)
    for place in np.ndindex(grad.shape):
        base, exponent = float(a[place]), float(b[place])
        if exponent != 0:
            to_a[place] = grad[place] * exponent * base ** (exponent - 1)
        if base > 0:
            to_b[place] = grad[place] * base**exponent * math.log(base)
    return to_a, to_b
