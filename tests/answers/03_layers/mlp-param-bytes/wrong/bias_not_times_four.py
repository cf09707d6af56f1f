# misconception: You multiply only the weights by 4. The biases take 4 bytes each too.
def mlp_param_bytes(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += 4 * sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total
