# misconception: You return the number of parameters. Each takes 4 bytes.
def mlp_param_bytes(sizes):
    return sum(n_in * n_out + n_out for n_in, n_out in zip(sizes, sizes[1:]))
