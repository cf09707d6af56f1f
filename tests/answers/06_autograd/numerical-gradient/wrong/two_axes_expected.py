# misconception: You expect two axes. x may have any number of them: np.ndindex(x.shape) goes
#   through all places.
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.shape)
    for place in np.ndindex(x.shape[0], x.shape[1]):
        up, down = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
        up[place] += step
        down[place] -= step
        result[place] = (function(up) - function(down)) / (2 * step)
    return result
