# misconception: You leave out the first layer. The pairs begin with the input width.
def mlp_flops(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes[1:-1], sizes[2:]):
        total += 2 * batch * n_in * n_out
    return total
