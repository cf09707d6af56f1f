# misconception: You use b for both gradients. The gradient of b comes from a: a transposed times
#   `grad`.
#| export
def matmul_rule(grad, out, a, b):
    to_a = grad @ np.swapaxes(b, -1, -2)
    to_b = np.swapaxes(b, -1, -2) @ grad
    return to_a, to_b
