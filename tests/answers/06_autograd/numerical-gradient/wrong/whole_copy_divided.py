# misconception: You take the same difference for all places. Write it to the one place whose
#   entry was moved: result[place].
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        up, down = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
        up[place] += step
        down[place] -= step
        result[...] = (function(up) - function(down)) / (2 * step)
    return result
