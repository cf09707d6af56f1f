# misconception: Your gradient of b is transposed. It has the shape of b: a transposed times the
#   gradient of the result.
#| export
def matmul_rule(grad, out, a, b):
    return grad @ np.swapaxes(b, -1, -2), np.swapaxes(grad, -1, -2) @ a
