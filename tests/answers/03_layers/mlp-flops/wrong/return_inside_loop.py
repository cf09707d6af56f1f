# misconception: The return stands inside the loop, so only the first layer is counted.
def mlp_flops(batch, sizes):
    flops = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        flops += 2 * batch * n_in * n_out
        return flops
