# misconception: Your gradient of a is transposed. It has the shape of a: the gradient of the
#   result times b transposed.
#| export
def matmul_rule(grad, out, a, b):
    return b @ np.swapaxes(grad, -1, -2), np.swapaxes(a, -1, -2) @ grad
