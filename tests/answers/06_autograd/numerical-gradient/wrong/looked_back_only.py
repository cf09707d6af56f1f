# misconception: You compare the function at x itself with that on one side. Move to both sides.
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        up, down = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
        up[place] += step
        down[place] -= step
        result[place] = (function(np.array(x)) - function(down)) / step
    return result
