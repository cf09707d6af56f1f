# style: numbers the entries through a flat view of a copy
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(np.shape(x))
    for number, value in enumerate(np.asarray(x).ravel()):
        copy = np.array(x, dtype=np.float64)
        copy.flat[number] = value + step
        above = function(copy)
        copy.flat[number] = value - step
        result.flat[number] = 0.5 * (above - function(copy)) / step
    return result
