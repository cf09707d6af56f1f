# misconception: Only the first parameter of each layer is counted, the biases are forgotten.
def count_parameters(layers):
    total = 0
    for layer in layers:
        params = layer.parameters()
        if params:
            total += params[0].size
    return total
