# misconception: You multiply only the first layer by the batch. Every sample passes through every
#   layer.
def mlp_flops(batch, sizes):
    total = 2 * batch * sizes[0] * sizes[1]
    for i in range(1, len(sizes) - 1):
        total += 2 * sizes[i] * sizes[i + 1]
    return total
