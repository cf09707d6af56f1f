# misconception: You count only the first and the last layer. Go through all of them.
def count_parameters(layers):
    ends = [layers[0], layers[-1]]
    return sum(p.size for layer in ends for p in layer.parameters())
