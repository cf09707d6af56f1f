# misconception: You return the gradients in the wrong order. The one of a comes first.
# rank: 20
#| export
def matmul_rule(grad, out, a, b):
    to_a = grad @ np.swapaxes(b, -1, -2)
    to_b = np.swapaxes(a, -1, -2) @ grad
    return to_b, to_a
