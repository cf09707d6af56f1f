# misconception: You mix in values two steps away. The central difference takes one step to each
#   side.
#| export
def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-2
) -> np.ndarray:
    result = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        up, down = np.array(x, dtype=np.float64), np.array(x, dtype=np.float64)
        up[place] += step
        down[place] -= step
        further, back = np.array(up), np.array(down)
        further[place] += step
        back[place] -= step
        result[place] = (function(further) - function(back)) / (4 * step)
    return result
