# misconception: You sort the widths. The layers follow the order in which the widths are given.
def mlp_param_count(sizes):
    sizes = sorted(sizes, reverse=True)
    total = 0
    for i in range(1, len(sizes)):
        total += sizes[i - 1] * sizes[i] + sizes[i]
    return total
