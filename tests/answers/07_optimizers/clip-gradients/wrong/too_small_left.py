# misconception: You treat a small norm as zero. Also very small gradients are shortened if norm >
#   max_norm.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max(max_norm, 1e-8):
        for each in having:
            each.grad *= max_norm / norm
    return norm
