# misconception: You try to undo the product with the inverse of a matrix. The way back multiplies
#   by the transposed matrix.
#| export
def matmul_rule(grad, out, a, b):
    return grad @ np.linalg.pinv(b), np.linalg.pinv(a) @ grad
