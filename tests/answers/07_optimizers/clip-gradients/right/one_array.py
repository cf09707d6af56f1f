# style: all numbers in one array
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    if not having:
        return 0.0
    numbers = np.concatenate([each.grad.ravel() for each in having]).astype(np.float64)
    norm = float(np.linalg.norm(numbers))
    if not np.isfinite(norm):
        raise ValueError(f"the norm is {norm}")
    if norm > max_norm:
        for each in having:
            each.grad = each.grad * np.float32(max_norm / norm)
    return norm
