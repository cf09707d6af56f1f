# misconception: MACs are returned: a multiplication and its addition are counted as one operation.
def mlp_flops(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += batch * n_in * n_out
    return total
