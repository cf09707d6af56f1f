# misconception: The loop ends one layer too early.
def count_parameters(layers):
    total = 0
    for i in range(len(layers) - 1):
        for p in layers[i].parameters():
            total += p.size
    return total
