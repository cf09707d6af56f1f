# misconception: The number of parameters is returned instead of their bytes.
def mlp_param_bytes(sizes):
    return sum(n_in * n_out + n_out for n_in, n_out in zip(sizes, sizes[1:]))
