# misconception: The values are added up instead of counted.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += int(p.data.sum())
    return total
