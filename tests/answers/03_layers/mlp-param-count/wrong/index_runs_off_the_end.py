# misconception: The loop runs over every width and asks for the one after the last.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes)):
        total += sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total
