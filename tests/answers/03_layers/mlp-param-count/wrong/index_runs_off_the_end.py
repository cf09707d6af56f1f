# misconception: Your loop asks for the width after the last. There is one layer less than there are
#   widths.
def mlp_param_count(sizes):
    total = 0
    for i in range(len(sizes)):
        total += sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total
