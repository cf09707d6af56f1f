# misconception: You count the additions of the biases. They are counted apart.
def mlp_flops(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += 2 * batch * n_in * n_out
        total += batch * n_out
    return total
