# misconception: You swap axes 1 and 2. These are the last two of a stack with three axes only:
#   count from the end, with -1 and -2.
#| export
def matmul_rule(grad, out, a, b):
    right = np.swapaxes(b, 1, 2) if b.ndim > 2 else b.T
    left = np.swapaxes(a, 1, 2) if a.ndim > 2 else a.T
    return grad @ right, left @ grad
