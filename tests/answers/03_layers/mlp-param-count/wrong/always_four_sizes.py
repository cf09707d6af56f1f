# misconception: Exactly four widths are expected, as in the example.
def mlp_param_count(sizes):
    a, b, c, d = sizes
    return a * b + b + b * c + c + c * d + d
