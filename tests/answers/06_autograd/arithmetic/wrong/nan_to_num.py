# misconception: You replace NaN and infinity afterwards, but nan_to_num makes a huge number of
#   minus infinity. Ask with np.where whether the base or the exponent is 0.
#| export
def mul_rule(grad, out, a, b):
    return grad * b, grad * a


def div_rule(grad, out, a, b):
    return grad / b, -grad * out / b


def pow_rule(grad, out, a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        to_a = np.nan_to_num(b * a ** (b - 1))
        to_b = np.nan_to_num(out * np.log(a))
    return grad * to_a, grad * to_b
