# misconception: The return stands inside the loop, so only the first layer is counted.
def mlp_param_bytes(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * n_out + n_out
        return total * 4
