# misconception: Only values other than zero are counted, so a fresh bias is missing.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += int(np.count_nonzero(p.data))
    return total
