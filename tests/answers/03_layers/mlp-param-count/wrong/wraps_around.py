# misconception: Index -1 is used at the start, so a layer from the last width back to the first is counted too.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes)):
        total += sizes[i - 1] * sizes[i] + sizes[i]
    return total
