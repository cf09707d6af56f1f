# misconception: The widths are joined to a list, which fails when they come as a tuple.
def mlp_param_bytes(sizes):
    outputs = sizes[1:] + [0]
    total = 0
    for n_in, n_out in zip(sizes, outputs):
        total += n_in * n_out + n_out
    return total * 4
