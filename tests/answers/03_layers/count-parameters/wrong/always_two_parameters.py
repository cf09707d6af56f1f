# misconception: You expect a weight and a bias in every layer. A layer may have any number of
#   parameters, also none.
def count_parameters(layers):
    total = 0
    for layer in layers:
        weight, bias = layer.parameters()
        total += weight.size + bias.size
    return total
