# misconception: You give the input width biases. Only the outputs of layers have them.
def mlp_param_bytes(sizes):
    values = sum(sizes)
    for n_in, n_out in zip(sizes, sizes[1:]):
        values += n_in * n_out
    return values * 4
