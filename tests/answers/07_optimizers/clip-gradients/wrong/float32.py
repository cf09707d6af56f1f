# misconception: You square in float32, where large squares become infinite. Make float64 arrays
#   first.
# read: Two things that go wrong
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    with np.errstate(over="ignore"):
        norm = float(np.sqrt(sum(np.sum(each.grad**2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
