# misconception: The two gradients are in the wrong order: first that of a, then that of b.
#| export
def matmul_rule(grad, out, a, b):
    return np.swapaxes(a, -1, -2) @ grad, grad @ np.swapaxes(b, -1, -2)
