# misconception: The caller's list is reversed in place, so the layers are counted backwards.
def mlp_param_bytes(sizes):
    sizes.reverse()
    total = 0
    for i in range(len(sizes) - 1):
        total += sizes[i] * sizes[i + 1] + sizes[i + 1]
    return total * 4
