# misconception: The tensors are counted instead of the values in them.
def count_parameters(layers):
    total = 0
    for layer in layers:
        total += len(layer.parameters())
    return total
