# misconception: You look for the attributes weight and bias. Ask parameters(), which lists all that
#   a layer has.
# rank: 10
def count_parameters(layers):
    total = 0
    for layer in layers:
        if hasattr(layer, "weight"):
            total += layer.weight.size
        if getattr(layer, "bias", None) is not None:
            total += layer.bias.size
    return total
