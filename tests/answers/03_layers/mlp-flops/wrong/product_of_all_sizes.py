# misconception: You multiply all widths together. Each layer is a pair of neighbours; add up the
#   layers.
def mlp_flops(batch, sizes):
    product = 1
    for n in sizes:
        product *= n
    return 2 * batch * product
