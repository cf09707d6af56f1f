# misconception: You refuse a norm above max_norm. Shorten the gradients then; refuse only infinity
#   and NaN.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        raise ValueError("too long")
    return norm
