# misconception: You count only values other than zero. Every value counts.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += int(np.count_nonzero(p.data))
    return total
