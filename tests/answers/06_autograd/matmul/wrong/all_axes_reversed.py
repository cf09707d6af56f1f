# misconception: .T turns round all axes of a stack. Swap only the last two: np.swapaxes(b, -1, -2).
#| export
def matmul_rule(grad, out, a, b):
    return grad @ b.T, a.T @ grad
