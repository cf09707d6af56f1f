# misconception: The sizes of the parameters of a layer are multiplied instead of added.
def count_parameters(layers):
    total = 0
    for layer in layers:
        count = 1
        for p in layer.parameters():
            count *= p.size
        total += count
    return total
