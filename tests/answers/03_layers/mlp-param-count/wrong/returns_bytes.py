# misconception: You return bytes. The number of values is asked for, without the factor 4.
def mlp_param_count(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += 4 * (n_in * n_out + n_out)
    return total
