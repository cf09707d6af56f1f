# misconception: You pair each width with the one after the next. A layer joins neighbours.
def mlp_param_count(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[2:]):
        total += (n_in + 1) * n_out
    return total
