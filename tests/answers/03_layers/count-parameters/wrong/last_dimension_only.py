# misconception: Only the last dimension of each parameter is counted.
def count_parameters(layers):
    return sum(p.shape[-1] for layer in layers for p in layer.parameters())
