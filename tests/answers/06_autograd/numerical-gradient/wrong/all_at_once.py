# misconception: You move all entries together. Move one entry at a time, so that its own slope
#   shows.
# rank: 20
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    slope = (function(x + step) - function(x - step)) / (2 * step)
    return np.full(x.shape, slope)
