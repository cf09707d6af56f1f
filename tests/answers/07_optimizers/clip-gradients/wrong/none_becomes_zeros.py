# misconception: You replace None by zeros. A parameter without a gradient keeps None.
# rank: 20
#| export
def clip_gradients(parameters, max_norm):
    having = list(parameters)
    for each in having:
        if each.grad is None:
            each.grad = np.zeros_like(each.data)
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
