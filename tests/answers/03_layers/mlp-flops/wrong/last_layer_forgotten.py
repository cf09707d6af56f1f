# misconception: You leave out the last layer. The loop must reach the last pair of widths.
def mlp_flops(batch, sizes):
    total = 0
    for i in range(len(sizes) - 2):
        total += 2 * batch * sizes[i] * sizes[i + 1]
    return total
