# misconception: You count the activation functions too. Only the matrix products are asked for.
def mlp_flops(batch, sizes):
    matmuls = sum(2 * batch * a * b for a, b in zip(sizes, sizes[1:]))
    relus = batch * sum(sizes[1:-1])
    return matmuls + relus
