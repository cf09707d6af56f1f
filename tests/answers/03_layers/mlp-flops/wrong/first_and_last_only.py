# misconception: The network is taken for a single layer from the first width to the last.
def mlp_flops(batch, sizes):
    return 2 * batch * sizes[0] * sizes[-1]
