# misconception: You add a layer from the last width back to the first. The pairs go from each width
#   to the next.
def mlp_param_bytes(sizes):
    total = 0
    n = len(sizes)
    for i in range(n):
        nxt = sizes[(i + 1) % n]
        total += sizes[i] * nxt + nxt
    return total * 4
