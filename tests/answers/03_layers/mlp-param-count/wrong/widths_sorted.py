# misconception: The widths are sorted first, so layers are paired that the network does not have.
def mlp_param_count(sizes):
    sizes = sorted(sizes, reverse=True)
    total = 0
    for i in range(1, len(sizes)):
        total += sizes[i - 1] * sizes[i] + sizes[i]
    return total
