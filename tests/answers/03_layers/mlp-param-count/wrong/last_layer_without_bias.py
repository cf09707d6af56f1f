# misconception: You leave out the biases of the last layer. Every layer has them.
def mlp_param_count(sizes):
    total = 0
    n_layers = len(sizes) - 1
    for i in range(n_layers):
        total += sizes[i] * sizes[i + 1]
        if i < n_layers - 1:
            total += sizes[i + 1]
    return total
