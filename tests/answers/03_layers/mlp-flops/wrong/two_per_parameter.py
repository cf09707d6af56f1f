# misconception: Two operations per parameter are counted, the bias values included.
def mlp_flops(batch, sizes):
    params = sum(a * b + b for a, b in zip(sizes, sizes[1:]))
    return 2 * batch * params
