# misconception: You go on with a norm that is infinite or NaN. Raise a ValueError before anything
#   changes.
# rank: 11
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norm = float(np.sqrt(sum(np.sum(each.grad.astype(np.float64) ** 2) for each in having)))
    if norm > max_norm:
        for each in having:
            each.grad *= max_norm / norm
    return norm
