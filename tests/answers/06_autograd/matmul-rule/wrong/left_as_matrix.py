# misconception: You transpose a with .T. Like b it may be a stack of matrices: swap its last two
#   axes.
#| export
def matmul_rule(grad, out, a, b):
    return grad @ np.swapaxes(b, -1, -2), a.T @ grad
