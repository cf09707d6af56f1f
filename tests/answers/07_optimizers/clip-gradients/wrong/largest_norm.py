# misconception: You take the largest of the parameters' norms. All numbers of all parameters make
#   one norm.
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norms = [np.linalg.norm(each.grad.astype(np.float64)) for each in having]
    norm = float(max(norms, default=0.0))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
