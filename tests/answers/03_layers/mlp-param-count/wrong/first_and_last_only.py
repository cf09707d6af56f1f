# misconception: You use only the first and the last width. The hidden widths make layers too.
def mlp_param_count(sizes):
    n_in, n_out = sizes[0], sizes[-1]
    return n_in * n_out + n_out
