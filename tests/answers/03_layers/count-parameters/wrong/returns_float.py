# misconception: You return a float. A count is a whole number: start from 0, not from 0.0.
def count_parameters(layers):
    total = 0.0
    for layer in layers:
        for p in layer.parameters():
            total += np.prod(p.shape)
    return total
