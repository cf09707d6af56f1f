# misconception: You return MACs. Each of them is 2 FLOPs: a multiplication and an addition.
def mlp_flops(batch, sizes):
    total = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        total += batch * n_in * n_out
    return total
