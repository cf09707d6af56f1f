# misconception: You use np.dot, which multiplies each matrix of one stack by each of the other.
#   Use @.
#| export
def matmul_rule(grad, out, a, b):
    return np.dot(grad, np.swapaxes(b, -1, -2)), np.dot(np.swapaxes(a, -1, -2), grad)
