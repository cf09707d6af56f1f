# misconception: Your step grows with the entry. It is the same for all entries: step.
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        up, down = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
        up[place] += step * abs(x[place])
        down[place] -= step * abs(x[place])
        result[place] = (function(up) - function(down)) / (2 * step * abs(x[place]))
    return result
