# misconception: You count one bias for each layer. It has one for each output.
def mlp_param_count(sizes):
    layers = zip(sizes[:-1], sizes[1:])
    return sum(n_in * n_out + 1 for n_in, n_out in layers)
