# misconception: You expect two axes in every parameter. A bias has one: use size, which works for
#   any number.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            rows, columns = p.shape
            total += rows * columns
    return total
