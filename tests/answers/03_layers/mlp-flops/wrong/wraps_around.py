# misconception: You add a layer from the last width back to the first. The pairs go from each width
#   to the next.
def mlp_flops(batch, sizes):
    total = 0
    for i, width in enumerate(sizes):
        total += 2 * batch * sizes[i - 1] * width
    return total
