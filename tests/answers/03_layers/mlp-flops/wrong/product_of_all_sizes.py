# misconception: All widths are multiplied together instead of summing the layers.
def mlp_flops(batch, sizes):
    product = 1
    for n in sizes:
        product *= n
    return 2 * batch * product
