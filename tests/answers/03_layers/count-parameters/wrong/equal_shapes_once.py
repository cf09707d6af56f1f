# misconception: You count parameters of equal shape once. Each is a parameter of its own.
def count_parameters(layers):
    sizes = {}
    for layer in layers:
        for p in layer.parameters():
            sizes[p.shape] = p.size
    return sum(sizes.values())
