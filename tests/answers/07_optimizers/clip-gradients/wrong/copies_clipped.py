# misconception: You shorten copies, and the parameters keep the old gradients. Assign to
#   parameter.grad, or multiply it in place.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            gradient = each.grad.copy()
            gradient *= max_norm / norm
    return norm
