# style: A generator over overlapping pairs.
def mlp_param_count(sizes):
    return sum((n_in + 1) * n_out for n_in, n_out in zip(sizes[:-1], sizes[1:]))
