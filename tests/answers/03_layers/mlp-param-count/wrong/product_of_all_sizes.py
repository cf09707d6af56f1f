# misconception: All widths are multiplied together instead of summing the layers.
def mlp_param_count(sizes):
    weights = 1
    for n in sizes:
        weights *= n
    return weights + sum(sizes[1:])
