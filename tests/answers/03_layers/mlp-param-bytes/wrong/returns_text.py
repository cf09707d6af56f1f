# misconception: You return a text with a unit. Return the number itself.
def mlp_param_bytes(sizes):
    n = sum(a * b + b for a, b in zip(sizes, sizes[1:]))
    return f"{n * 4 / 1024:.1f} KB"
