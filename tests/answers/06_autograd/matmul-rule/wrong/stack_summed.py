# misconception: You sum over the stack in the rule. `unbroadcast` does that later: each gradient
#   keeps the axes in front of `grad`.
#| export
def matmul_rule(grad, out, a, b):
    to_a = grad @ np.swapaxes(b, -1, -2)
    to_b = np.swapaxes(a, -1, -2) @ grad
    while to_a.ndim > a.ndim:
        to_a = to_a.sum(axis=0)
    while to_b.ndim > b.ndim:
        to_b = to_b.sum(axis=0)
    return to_a, to_b
