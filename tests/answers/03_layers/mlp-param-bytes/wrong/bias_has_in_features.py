# misconception: Each bias is given the input width of its layer instead of the output width.
def mlp_param_bytes(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * (n_out + 1) * 4
    return total
