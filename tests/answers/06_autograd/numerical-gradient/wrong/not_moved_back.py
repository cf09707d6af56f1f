# misconception: You do not move an entry back before the next one. Make new copies at each place.
# rank: 20
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.shape)
    up, down = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
    for place in np.ndindex(x.shape):
        up[place] += step
        down[place] -= step
        result[place] = (function(up) - function(down)) / (2 * step)
    return result
