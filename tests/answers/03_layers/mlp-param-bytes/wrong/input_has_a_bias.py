# misconception: The input width is given a bias too.
def mlp_param_bytes(sizes):
    values = sum(sizes)
    for n_in, n_out in zip(sizes, sizes[1:]):
        values += n_in * n_out
    return values * 4
