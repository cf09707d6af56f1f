# misconception: An assert raises an AssertionError. Raise a ValueError for a norm that is infinite
#   or NaN.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    assert np.isfinite(norm), "not finite"
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
