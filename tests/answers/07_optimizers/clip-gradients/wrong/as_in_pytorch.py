# misconception: You add a small number to the norm, so very small gradients become shorter than
#   max_norm. Only divide if norm > max_norm, and nothing need be added.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / (norm + 1e-6)
    return norm
