# misconception: np.linalg.norm with ord=2 is another norm for a matrix. Leave ord out, or take the
#   root of the sum of all squares.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norms = [np.linalg.norm(each.grad.astype(np.float64), ord=2) for each in having]
    norm = float(np.sqrt(sum(each**2 for each in norms)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
