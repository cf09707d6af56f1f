# misconception: You return a list with one number for each layer. Return their sum.
def count_parameters(layers):
    return [sum(p.size for p in layer.parameters()) for layer in layers]
