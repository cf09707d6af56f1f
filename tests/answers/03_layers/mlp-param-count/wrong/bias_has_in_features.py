# misconception: You give each layer one bias for each input. It has one for each output.
def mlp_param_count(sizes):
    total = 0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        total += n_in * n_out + n_in
    return total
