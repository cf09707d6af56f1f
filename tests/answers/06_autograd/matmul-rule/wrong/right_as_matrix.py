# misconception: You transpose b with .T. Like a it may be a stack of matrices: swap its last two
#   axes.
#| export
def matmul_rule(grad, out, a, b):
    return grad @ b.T, np.swapaxes(a, -1, -2) @ grad
