# misconception: You add up the norms of the parameters. Add up the squares of all numbers and take
#   one root.
# rank: 15
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(sum(np.linalg.norm(each.grad.astype(np.float64)) for each in having))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
