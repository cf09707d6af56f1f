# misconception: You clip each parameter on its own, which turns the step. Take one norm of all
#   gradients together.
# rank: 10
#| export
def clip_gradients(parameters, max_norm):
    squares = 0.0
    for parameter in parameters:
        if parameter.grad is not None:
            norm = float(np.linalg.norm(parameter.grad.astype(np.float64)))
            if not np.isfinite(norm):
                raise ValueError("not finite")
            squares += norm**2
            if norm > max_norm:
                parameter.grad *= max_norm / norm
    return squares**0.5
