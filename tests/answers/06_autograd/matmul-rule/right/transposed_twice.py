# style: the products transposed, then turned back
#| export
def matmul_rule(grad, out, a, b):
    def turned(stack):
        axes = list(range(stack.ndim))
        axes[-1], axes[-2] = axes[-2], axes[-1]
        return np.transpose(stack, axes)

    return turned(b @ turned(grad)), turned(turned(grad) @ a)
