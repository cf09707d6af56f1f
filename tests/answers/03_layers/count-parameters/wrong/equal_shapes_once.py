# misconception: The sizes are collected by shape, so parameters of equal shape are counted once.
def count_parameters(layers):
    sizes = {}
    for layer in layers:
        for p in layer.parameters():
            sizes[p.shape] = p.size
    return sum(sizes.values())
