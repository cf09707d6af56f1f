# misconception: Only attributes called weight and bias are counted instead of what parameters() returns.
def count_parameters(layers):
    total = 0
    for layer in layers:
        if hasattr(layer, "weight"):
            total += layer.weight.size
        if getattr(layer, "bias", None) is not None:
            total += layer.bias.size
    return total
