# misconception: You give each layer one bias for each input. It has one for each output.
def mlp_param_bytes(sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += n_in * (n_out + 1) * 4
    return total
