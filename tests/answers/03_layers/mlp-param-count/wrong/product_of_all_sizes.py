# misconception: You multiply all widths together. Each layer is a pair of neighbours; add up the
#   layers.
def mlp_param_count(sizes):
    weights = 1
    for n in sizes:
        weights *= n
    return weights + sum(sizes[1:])
