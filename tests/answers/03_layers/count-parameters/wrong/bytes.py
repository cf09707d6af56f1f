# misconception: You return bytes. The number of values is asked for, without the factor 4.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += p.data.nbytes
    return total
