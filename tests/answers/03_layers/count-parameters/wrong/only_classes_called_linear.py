# misconception: Only layers whose class is called Linear are counted.
def count_parameters(layers):
    total = 0
    for layer in layers:
        if type(layer).__name__ == "Linear":
            for p in layer.parameters():
                total += p.size
    return total
