# style: the math module, number by number
#| export
def clip_gradients(parameters, max_norm):
    import math

    having = [each for each in parameters if each.grad is not None]
    norm = math.hypot(*(float(number) for each in having for number in each.grad.ravel()))
    if math.isnan(norm) or math.isinf(norm):
        raise ValueError("a gradient is broken")
    factor = max_norm / max(norm, max_norm)
    for each in having:
        each.grad *= factor
    return norm
