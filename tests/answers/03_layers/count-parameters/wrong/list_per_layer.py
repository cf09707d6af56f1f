# misconception: A list with one number per layer is returned instead of their sum.
def count_parameters(layers):
    return [sum(p.size for p in layer.parameters()) for layer in layers]
