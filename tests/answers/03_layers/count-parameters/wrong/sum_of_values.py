# misconception: You add up the values themselves. How many there are is asked for.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += int(p.data.sum())
    return total
