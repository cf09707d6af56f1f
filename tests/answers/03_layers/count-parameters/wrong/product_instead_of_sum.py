# misconception: You multiply the sizes of a layer's parameters. Add them.
def count_parameters(layers):
    total = 0
    for layer in layers:
        count = 1
        for p in layer.parameters():
            count *= p.size
        total += count
    return total
