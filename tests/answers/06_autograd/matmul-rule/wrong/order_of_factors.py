# misconception: You multiply in the wrong order. b transposed stands at the right of the
#   gradient, a transposed at its left.
# rank: 10
#| export
def matmul_rule(grad, out, a, b):
    return np.swapaxes(b, -1, -2) @ grad, grad @ np.swapaxes(a, -1, -2)
