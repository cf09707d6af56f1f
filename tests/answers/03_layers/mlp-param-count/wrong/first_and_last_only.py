# misconception: The network is taken for a single layer from the first width to the last.
def mlp_param_count(sizes):
    n_in, n_out = sizes[0], sizes[-1]
    return n_in * n_out + n_out
