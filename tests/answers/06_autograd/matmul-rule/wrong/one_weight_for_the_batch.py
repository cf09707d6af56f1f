# misconception: You add up the gradient of b over the whole stack, as if b were always one
#   matrix. Each matrix has its own gradient.
#| export
def matmul_rule(grad, out, a, b):
    to_b = np.swapaxes(a, -1, -2) @ grad
    to_b = to_b.reshape(-1, *b.shape[-2:]).sum(axis=0)
    return grad @ np.swapaxes(b, -1, -2), to_b
