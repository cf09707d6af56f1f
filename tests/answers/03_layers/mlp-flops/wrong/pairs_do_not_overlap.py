# misconception: You skip every second layer. The pairs overlap: the output of one layer is the
#   input of the next.
def mlp_flops(batch, sizes):
    macs = 0
    for n_in, n_out in zip(sizes[0::2], sizes[1::2]):
        macs += batch * n_in * n_out
    return 2 * macs
