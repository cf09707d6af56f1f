# misconception: You multiply neighbouring widths, as for weights. Activations are the widths
#   themselves.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += batch * n_in * n_out * 4
    return total
