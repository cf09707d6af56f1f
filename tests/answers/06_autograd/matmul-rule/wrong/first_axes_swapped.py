# misconception: You swap the first two axes. In a stack the matrices lie in the last two:
#   np.swapaxes(b, -1, -2).
#| export
def matmul_rule(grad, out, a, b):
    return grad @ np.swapaxes(b, 0, 1), np.swapaxes(a, 0, 1) @ grad
