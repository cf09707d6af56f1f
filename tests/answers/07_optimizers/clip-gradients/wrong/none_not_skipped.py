# misconception: You do not skip parameters without a gradient. Leave out those whose grad is None.
# rank: 10
#| export
def clip_gradients(parameters, max_norm):
    having = list(parameters)
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
