# misconception: The loop ends at the first layer without parameters instead of skipping it.
def count_parameters(layers):
    total = 0
    for layer in layers:
        params = layer.parameters()
        if not params:
            break
        total += sum(p.size for p in params)
    return total
