# misconception: You add a layer from the last width back to the first. The pairs go from each width
#   to the next.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes)):
        total += sizes[i - 1] * sizes[i] + sizes[i]
    return total
