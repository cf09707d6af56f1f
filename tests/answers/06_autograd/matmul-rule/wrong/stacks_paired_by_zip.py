# misconception: You go through both stacks at once with zip, so one matrix is taken apart into
#   rows. @ pairs the matrices of stacks, and one matrix with each of a stack.
#| export
def matmul_rule(grad, out, a, b):
    if grad.ndim == 2:
        return grad @ b.T, a.T @ grad
    pairs = [matmul_rule(g, out, x, y) for g, x, y in zip(grad, a, b)]
    return np.stack([x for x, _ in pairs]), np.stack([y for _, y in pairs])
