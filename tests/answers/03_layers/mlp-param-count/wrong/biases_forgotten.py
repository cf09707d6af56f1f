# misconception: You leave out the biases. Every layer has one for each of its outputs.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += sizes[i] * sizes[i + 1]
    return total
