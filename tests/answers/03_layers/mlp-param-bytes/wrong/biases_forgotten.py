# misconception: Only the weights are counted, the biases never.
def mlp_param_bytes(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += sizes[i] * sizes[i + 1] * 4
    return total
