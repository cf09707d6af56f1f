# misconception: The loop ends one layer too early, so the last layer is not counted.
def mlp_flops(batch, sizes):
    total = 0
    for i in range(len(sizes) - 2):
        total += 2 * batch * sizes[i] * sizes[i + 1]
    return total
