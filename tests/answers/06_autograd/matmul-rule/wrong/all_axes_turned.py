# misconception: You transpose with .T, which turns round all axes of a stack. Swap the last two
#   only, with np.swapaxes(b, -1, -2).
# rank: 10
#| export
def matmul_rule(grad, out, a, b):
    return grad @ b.T, a.T @ grad
