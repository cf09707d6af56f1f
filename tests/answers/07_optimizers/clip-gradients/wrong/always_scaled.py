# misconception: You also scale gradients that are short enough, which makes them longer. Do so
#   only if norm > max_norm.
# rank: 12
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    for each in having:
        each.grad *= max_norm / norm if norm else 1.0
    return norm
