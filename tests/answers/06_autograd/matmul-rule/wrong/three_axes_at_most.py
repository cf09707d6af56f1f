# misconception: You transpose stacks of three axes only. There may be more in front:
#   np.swapaxes(b, -1, -2) fits any number.
#| export
def matmul_rule(grad, out, a, b):
    right = b.transpose(0, 2, 1) if b.ndim == 3 else b.T
    left = a.transpose(0, 2, 1) if a.ndim == 3 else a.T
    return grad @ right, left @ grad
