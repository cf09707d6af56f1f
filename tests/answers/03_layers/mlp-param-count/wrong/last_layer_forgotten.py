# misconception: The loop ends one layer too early, so the last layer is not counted.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes) - 2):
        total += sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total
