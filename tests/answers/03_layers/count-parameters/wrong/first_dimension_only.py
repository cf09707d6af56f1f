# misconception: len counts the rows of a parameter, not its values.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += len(p.data)
    return total
