# misconception: You use only the first and the last width. The hidden widths make layers too.
def mlp_flops(batch, sizes):
    return 2 * batch * sizes[0] * sizes[-1]
