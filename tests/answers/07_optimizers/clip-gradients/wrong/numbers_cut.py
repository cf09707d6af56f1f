# misconception: You cut each number on its own, which turns the step. Multiply all of them by
#   max_norm / norm.
# rank: 12
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            np.clip(each.grad, -max_norm, max_norm, out=each.grad)
    return norm
