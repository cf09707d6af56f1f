# style: One generator over layers and their parameters.
def count_parameters(layers):
    return sum(p.size for layer in layers for p in layer.parameters())
