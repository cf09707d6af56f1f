# misconception: You leave out the gradient that arrives and put ones in its place. Multiply the
#   matrices by `grad`.
#| export
def matmul_rule(grad, out, a, b):
    ones = np.ones_like(out)
    return ones @ np.swapaxes(b, -1, -2), np.swapaxes(a, -1, -2) @ ones
