# misconception: You hand over flat copies. function takes an array of the shape of x.
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.size)
    for number in range(x.size):
        up, down = np.ravel(x).astype(np.float64), np.ravel(x).astype(np.float64)
        up[number] += step
        down[number] -= step
        result[number] = (function(up) - function(down)) / (2 * step)
    return result.reshape(x.shape)
