# misconception: The total starts as 0.0, so the count is a float.
def count_parameters(layers):
    total = 0.0
    for layer in layers:
        for p in layer.parameters():
            total += np.prod(p.shape)
    return total
