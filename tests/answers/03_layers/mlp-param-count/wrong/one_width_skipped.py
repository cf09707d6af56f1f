# misconception: Each width is paired with the one after the next (sizes[2:] for sizes[1:]).
def mlp_param_count(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[2:]):
        total += (n_in + 1) * n_out
    return total
