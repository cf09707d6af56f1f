# misconception: You stop at the first parameter without a gradient. Skip it, and go on with the
#   next.
#| export
def clip_gradients(parameters, max_norm):
    having = []
    for each in parameters:
        if each.grad is None:
            break
        having.append(each)
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
