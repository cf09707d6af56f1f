# misconception: You count the hidden widths twice. The output of one layer is the input of the
#   next: it counts once.
def mlp_activation_bytes(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += 4 * batch * (n_in + n_out)
    return total
