# misconception: You name two axes for each input, so a stack is refused. `a` and `b` may have any
#   number of axes in front.
#| export
def matmul_rule(grad, out, a, b):
    return np.einsum("ik,jk->ij", grad, b), np.einsum("ij,ik->jk", a, grad)
