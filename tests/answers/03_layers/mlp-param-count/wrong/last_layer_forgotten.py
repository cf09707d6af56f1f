# misconception: You leave out the last layer. The loop must reach the last pair of widths.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes) - 2):
        total += sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total
