# misconception: The total is overwritten in the loop instead of added to, so only the last layer remains.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total = sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total
