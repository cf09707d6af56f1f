# misconception: You compute the norm and leave the gradients as they are. Multiply them by
#   max_norm / norm.
# rank: 20
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    return norm
