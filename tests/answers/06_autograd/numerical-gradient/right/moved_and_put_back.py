# style: one copy, whose entry is moved and put back
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    moved, result = np.array(x, dtype=np.float64), np.empty(x.shape)
    for place in np.ndindex(*x.shape):
        values = []
        for shift in (step, -step):
            moved[place] = x[place] + shift
            values.append(function(moved))
        moved[place] = x[place]
        result[place] = (values[0] - values[1]) / (2 * step)
    return result
