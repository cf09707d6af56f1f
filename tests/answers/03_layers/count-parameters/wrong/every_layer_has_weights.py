# misconception: Every layer is taken to have a weight, which fails at an activation or a dropout.
def count_parameters(layers):
    total = 0
    for layer in layers:
        total += layer.weight.size
        if layer.bias is not None:
            total += layer.bias.size
    return total
