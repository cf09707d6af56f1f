# misconception: You square in float64, and put the sum into float32, where it becomes infinite.
#   Stay in float64.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    squares = [np.sum(each.grad.astype(np.float64) ** 2) for each in having]
    with np.errstate(over="ignore"):
        norm = float(np.sqrt(np.sum(squares).astype(np.float32)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
