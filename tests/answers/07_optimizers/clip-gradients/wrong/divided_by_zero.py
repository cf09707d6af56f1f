# misconception: You divide by the norm even if it is 0. Divide only if norm > max_norm.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    factor = min(1.0, max_norm / norm)
    for each in having:
        each.grad *= factor
    return norm
