# misconception: You skip every second layer. The pairs overlap: the output of one layer is the
#   input of the next.
def mlp_param_bytes(sizes):
    total = 0
    for i in range(0, len(sizes) - 1, 2):
        total += 4 * (sizes[i] * sizes[i + 1] + sizes[i + 1])
    return total
