# misconception: You multiply by the result in place of its gradient. `out` is not needed here:
#   use `grad`.
#| export
def matmul_rule(grad, out, a, b):
    return out @ np.swapaxes(b, -1, -2), np.swapaxes(a, -1, -2) @ out
