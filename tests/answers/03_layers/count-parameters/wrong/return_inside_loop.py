# misconception: The return stands inside the loop, so only the first layer is counted.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += p.size
        return total
