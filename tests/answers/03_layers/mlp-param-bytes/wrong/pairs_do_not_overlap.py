# misconception: The loop takes steps of two, so every second layer is missing.
def mlp_param_bytes(sizes):
    total = 0
    for i in range(0, len(sizes) - 1, 2):
        total += 4 * (sizes[i] * sizes[i + 1] + sizes[i + 1])
    return total
