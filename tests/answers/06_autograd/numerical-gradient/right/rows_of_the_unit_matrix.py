# style: every row of a unit matrix is a direction
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    directions = np.eye(x.size).reshape(x.size, *x.shape)
    slopes = [
        (function(x + step * one) - function(x - step * one)) / step / 2 for one in directions
    ]
    return np.array(slopes).reshape(x.shape)
