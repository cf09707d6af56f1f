# misconception: You return a list with one number for each layer. Return their sum.
def mlp_param_count(sizes):
    return [n_in * n_out + n_out for n_in, n_out in zip(sizes, sizes[1:])]
