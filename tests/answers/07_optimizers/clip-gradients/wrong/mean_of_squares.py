# misconception: You take the mean of the squares. The norm is the root of their sum, however many
#   there are.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    if not having:
        return 0.0
    numbers = np.concatenate([each.grad.ravel().astype(np.float64) for each in having])
    norm = float(np.sqrt(np.mean(numbers**2)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
