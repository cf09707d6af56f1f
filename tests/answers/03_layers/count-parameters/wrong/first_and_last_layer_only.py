# misconception: Only the first and the last layer are counted.
def count_parameters(layers):
    ends = [layers[0], layers[-1]]
    return sum(p.size for layer in ends for p in layer.parameters())
