# misconception: / 2 * step divides by 2 and then multiplies by the step. Put brackets round 2 *
#   step.
# rank: 20
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        up, down = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
        up[place] += step
        down[place] -= step
        result[place] = (function(up) - function(down)) / 2 * step
    return result
