# misconception: You replace NaN and infinity by numbers and go on. Raise a ValueError instead.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    for each in having:
        each.grad = np.nan_to_num(each.grad, posinf=0.0, neginf=0.0)
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
