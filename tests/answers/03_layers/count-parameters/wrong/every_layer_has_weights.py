# misconception: You ask every layer for a weight. Some have none: ask parameters(), which every
#   layer has.
def count_parameters(layers):
    total = 0
    for layer in layers:
        total += layer.weight.size
        if layer.bias is not None:
            total += layer.bias.size
    return total
