# misconception: You count the tensors. Count the values in each of them.
def count_parameters(layers):
    total = 0
    for layer in layers:
        total += len(layer.parameters())
    return total
