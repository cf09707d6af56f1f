# misconception: You return millions. Single operations are asked for, so do not divide.
def mlp_flops(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += 2 * batch * n_in * n_out
    return total / 1e6
