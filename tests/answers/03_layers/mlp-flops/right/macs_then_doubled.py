# style: The MACs are summed and doubled at the end.
def mlp_flops(batch, sizes):
    macs = 0
    for n_in, n_out in zip(sizes, sizes[1:]):
        macs += batch * n_in * n_out
    return 2 * macs
