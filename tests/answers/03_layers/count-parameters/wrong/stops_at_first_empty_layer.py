# misconception: You stop at a layer without parameters. Skip it and go on.
def count_parameters(layers):
    total = 0
    for layer in layers:
        params = layer.parameters()
        if not params:
            break
        total += sum(p.size for p in params)
    return total
