# misconception: You join the gradients with np.concatenate, which refuses an empty list. Without
#   gradients the norm is 0.
# rank: 20
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    numbers = np.concatenate([each.grad.ravel() for each in having]).astype(np.float64)
    norm = float(np.sqrt(np.sum(numbers**2)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
