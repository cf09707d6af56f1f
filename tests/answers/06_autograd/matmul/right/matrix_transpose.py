# style: np.matmul and moveaxis
#| export
def matmul_rule(grad, out, a, b):
    return grad @ np.moveaxis(b, -1, -2), np.swapaxes(a, -1, -2) @ grad
