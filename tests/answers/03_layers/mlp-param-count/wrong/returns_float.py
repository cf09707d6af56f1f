# misconception: The total starts as 0.0, so the count is a float.
def mlp_param_count(sizes):
    total = 0.0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * n_out + n_out
    return total
