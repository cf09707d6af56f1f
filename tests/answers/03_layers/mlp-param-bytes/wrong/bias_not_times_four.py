# misconception: The weights are multiplied by 4 bytes, the bias values are added as they are.
def mlp_param_bytes(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += 4 * sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total
