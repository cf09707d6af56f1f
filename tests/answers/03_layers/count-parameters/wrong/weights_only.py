# misconception: You count only the first parameter of each layer. The others, such as the bias,
#   count too.
def count_parameters(layers):
    total = 0
    for layer in layers:
        params = layer.parameters()
        if params:
            total += params[0].size
    return total
