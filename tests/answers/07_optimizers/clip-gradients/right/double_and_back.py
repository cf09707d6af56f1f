# style: computed in double precision, and put back
#| export
def clip_gradients(parameters, max_norm):
    parameters = list(parameters)
    doubles = [np.float64(each.grad) if each.grad is not None else None for each in parameters]
    norm = sum(np.square(each).sum() for each in doubles if each is not None) ** 0.5
    if norm != norm or norm == float("inf"):
        raise ValueError("not a finite norm")
    for each, double in zip(parameters, doubles):
        if double is not None and norm > max_norm:
            each.grad = np.float32(double / norm * max_norm)
    return float(norm)
