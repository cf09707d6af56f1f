# misconception: The widths are taken two by two without overlap, so every second layer is missing.
def mlp_param_count(sizes):
    return sum(a * b + b for a, b in zip(sizes[::2], sizes[1::2]))
