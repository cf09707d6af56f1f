# misconception: The bytes of the parameters are added instead of their number of values.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += p.data.nbytes
    return total
