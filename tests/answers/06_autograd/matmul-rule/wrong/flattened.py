# misconception: You lay the stack out as one long matrix and do not give the axes back. Each
#   gradient has the axes in front of `grad`.
#| export
def matmul_rule(grad, out, a, b):
    long_grad, long_a = grad.reshape(-1, grad.shape[-1]), a.reshape(-1, a.shape[-1])
    long_b = b.reshape(-1, b.shape[-1])
    return long_grad @ long_b.T, long_a.T @ long_grad
