# misconception: You count the rows of a parameter, as len does. Every value counts: size.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += len(p.data)
    return total
