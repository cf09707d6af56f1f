# misconception: You transpose with reshape, which keeps the order of the numbers. Rows become
#   columns with np.swapaxes(b, -1, -2).
#| export
def matmul_rule(grad, out, a, b):
    right = b.reshape(*b.shape[:-2], b.shape[-1], b.shape[-2])
    left = a.reshape(*a.shape[:-2], a.shape[-1], a.shape[-2])
    return grad @ right, left @ grad
