# misconception: You count 2 operations for each bias too. Only the matrix products are asked for.
def mlp_flops(batch, sizes):
    params = sum(a * b + b for a, b in zip(sizes, sizes[1:]))
    return 2 * batch * params
