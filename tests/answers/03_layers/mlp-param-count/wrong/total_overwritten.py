# misconception: You count only the last layer. Write += where you write =.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total = sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total
