# misconception: You add up the sizes of the numbers. The norm is the root of the sum of their
#   squares.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(sum(np.sum(np.abs(each.grad.astype(np.float64))) for each in having))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
