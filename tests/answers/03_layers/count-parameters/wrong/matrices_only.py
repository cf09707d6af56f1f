# misconception: Every parameter is taken for a matrix with two dimensions, which fails at the bias.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            rows, columns = p.shape
            total += rows * columns
    return total
