# misconception: You double the total at every layer. Double it once, at the end.
def mlp_flops(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total = 2 * (total + batch * n_in * n_out)
    return total
