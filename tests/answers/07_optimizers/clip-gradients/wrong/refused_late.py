# misconception: You raise the error after the gradients have changed. Look at the norm before you
#   change anything.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not norm <= max_norm:
        for each in having:
            each.grad *= max_norm / norm
    if not np.isfinite(norm):
        raise ValueError("not finite")
    return norm
