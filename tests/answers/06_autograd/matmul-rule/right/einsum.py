# style: np.einsum with three dots for the axes in front
#| export
def matmul_rule(grad, out, a, b):
    to_a = np.einsum("...ik,...jk->...ij", grad, b)
    to_b = np.einsum("...ij,...ik->...jk", a, grad)
    return to_a, to_b
