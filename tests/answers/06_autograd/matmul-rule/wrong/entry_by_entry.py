# misconception: You multiply entry by entry, as for a * b. The way back through a matrix product
#   is two matrix products: use @.
# rank: 10
#| export
def matmul_rule(grad, out, a, b):
    return grad * b, grad * a
