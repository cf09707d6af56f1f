# style: dot products, and numbers looked at first
#| export
def clip_gradients(parameters, max_norm):
    squares = 0.0
    found = []
    for each in parameters:
        if each.grad is None:
            continue
        if not np.all(np.isfinite(each.grad)):
            raise ValueError("NaN or infinity in a gradient")
        flat = each.grad.astype(np.float64).ravel()
        squares += float(flat @ flat)
        found.append(each)
    norm = squares**0.5
    if norm <= max_norm:
        return norm
    for each in found:
        each.grad = np.multiply(each.grad, max_norm / norm, dtype=np.float32)
    return norm
