# misconception: You squeeze the gradients, so that axes of length 1 get lost. Each keeps the last
#   two axes of its input.
#| export
def matmul_rule(grad, out, a, b):
    to_a = grad @ np.swapaxes(b, -1, -2)
    to_b = np.swapaxes(a, -1, -2) @ grad
    return to_a.squeeze(), to_b.squeeze()
