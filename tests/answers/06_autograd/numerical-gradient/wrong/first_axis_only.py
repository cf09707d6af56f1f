# misconception: You move whole rows, since range(len(x)) goes through the first axis only. Go
#   through all places: np.ndindex(x.shape).
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.shape)
    for place in range(len(x)):
        up, down = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
        up[place] += step
        down[place] -= step
        result[place] = (function(up) - function(down)) / (2 * step)
    return result
