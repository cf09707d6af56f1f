# misconception: Every layer is taken to have exactly a weight and a bias.
def count_parameters(layers):
    total = 0
    for layer in layers:
        weight, bias = layer.parameters()
        total += weight.size + bias.size
    return total
