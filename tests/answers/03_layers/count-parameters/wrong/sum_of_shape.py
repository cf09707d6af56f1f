# misconception: You add the lengths of the axes. Multiply them: a table of 3 rows and 2 columns has
#   6 values.
def count_parameters(layers):
    total = 0
    for layer in layers:
        for p in layer.parameters():
            total += sum(p.shape)
    return total
