# misconception: You connect each width with all later ones. A layer joins neighbours only.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes)):
        for j in range(i + 1, len(sizes)):
            total += sizes[i] * sizes[j]
    return total + sum(sizes[1:])
