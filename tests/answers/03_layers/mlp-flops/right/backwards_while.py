# style: A while loop from the last layer to the first.
def mlp_flops(batch, sizes):
    flops = 0
    i = len(sizes) - 1
    while i > 0:
        flops += 2 * batch * sizes[i] * sizes[i - 1]
        i -= 1
    return flops
