# misconception: Gradients of zeros become NaN, since you divide 0 by 0. Divide only if norm >
#   max_norm.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    for each in having:
        each.grad = each.grad / norm * min(norm, max_norm)
    return norm
