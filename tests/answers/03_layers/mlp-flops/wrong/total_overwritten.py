# misconception: You count only the last layer. Write += where you write =.
def mlp_flops(batch, sizes):
    flops = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        flops = 2 * batch * n_in * n_out
    return flops
