# misconception: The total is set back to 0 at every layer, so only the last layer remains.
def count_parameters(layers):
    for layer in layers:
        total = 0
        for p in layer.parameters():
            total += p.size
    return total
