# misconception: The running total is multiplied by 4 at every layer instead of once at the end.
def mlp_param_bytes(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * n_out + n_out
        total *= 4
    return total
