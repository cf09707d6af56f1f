# misconception: You take the largest number for the norm. The norm is the root of the sum of all
#   squares.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = max((float(np.abs(each.grad).max()) for each in having), default=0.0)
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
