# misconception: Only the weights of the layers are counted, their biases never.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += sizes[i] * sizes[i + 1]
    return total
