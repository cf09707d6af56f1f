# misconception: You multiply by the inputs as they are. The shapes decide: the gradient of a
#   needs b transposed, that of b needs a transposed.
# rank: 10
#| export
def matmul_rule(grad, out, a, b):
    return grad @ b, a @ grad
