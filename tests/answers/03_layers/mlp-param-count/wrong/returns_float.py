# misconception: You return a float. A count is a whole number: start from 0, not from 0.0.
def mlp_param_count(sizes):
    total = 0.0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * n_out + n_out
    return total
