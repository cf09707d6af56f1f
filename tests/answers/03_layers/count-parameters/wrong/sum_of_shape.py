# misconception: The dimensions of a parameter are added instead of multiplied.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += sum(p.shape)
    return total
