# style: the norm of the norms, and new arrays
#| export
def clip_gradients(parameters, max_norm):
    having = [each for each in parameters if each.grad is not None]
    norms = [np.linalg.norm(each.grad.astype(np.float64)) for each in having]
    norm = float(np.linalg.norm(norms)) if norms else 0.0
    if np.isnan(norm) or np.isinf(norm):
        raise ValueError("not finite")
    for each in having if norm > max_norm else []:
        each.grad = (each.grad * (max_norm / norm)).astype(np.float32)
    return norm
