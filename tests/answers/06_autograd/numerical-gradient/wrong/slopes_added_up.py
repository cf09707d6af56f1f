# misconception: You add up the slopes. Return one for each entry, in an array of the shape of x.
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        up, down = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
        up[place] += step
        down[place] -= step
        result[place] = (function(up) - function(down)) / (2 * step)
    return result.sum()
