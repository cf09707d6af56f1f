# misconception: Index -1 is used at the start, so a layer from the last width to the first is counted too.
def mlp_flops(batch, sizes):
    total = 0
    for i, width in enumerate(sizes):
        total += 2 * batch * sizes[i - 1] * width
    return total
