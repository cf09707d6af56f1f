# misconception: One operation per hidden value is added for the ReLU.
def mlp_flops(batch, sizes):
    matmuls = sum(2 * batch * a * b for a, b in zip(sizes, sizes[1:]))
    relus = batch * sum(sizes[1:-1])
    return matmuls + relus
