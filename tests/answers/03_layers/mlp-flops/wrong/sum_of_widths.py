# misconception: You add the widths. In each layer every input meets every output, so multiply
#   neighbours.
def mlp_flops(batch, sizes):
    return 2 * batch * sum(sizes)
