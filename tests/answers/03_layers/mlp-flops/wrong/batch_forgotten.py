# misconception: You leave out the batch. Every sample passes through every layer.
def mlp_flops(batch, sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += 2 * sizes[i] * sizes[i + 1]
    return total
