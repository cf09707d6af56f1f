# misconception: You move by half a step to each side. Move by a whole step, and divide by 2 *
#   step.
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        up, down = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
        up[place] += step / 2
        down[place] -= step / 2
        result[place] = (function(up) - function(down)) / step
    return result
