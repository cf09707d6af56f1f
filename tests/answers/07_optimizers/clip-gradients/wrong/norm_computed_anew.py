# misconception: You compute the norm anew for each parameter, from gradients that are already
#   shortened. Compute it once, before the loop.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    for each in having:
        now = np.sqrt(sum(np.sum(other.grad.astype(np.float64) ** 2) for other in having))
        if now > max_norm:
            each.grad *= float(max_norm / now)
    return norm
