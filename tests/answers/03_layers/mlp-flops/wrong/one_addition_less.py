# misconception: You count one addition less for each output. By our convention every product is
#   added.
def mlp_flops(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += batch * n_out * (2 * n_in - 1)
    return total
