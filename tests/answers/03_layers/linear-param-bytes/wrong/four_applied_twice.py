# misconception: You multiply both sizes by 4. Multiply their product by 4 once.
def linear_param_bytes(in_features, out_features, bias=True):
    rows = in_features * 4
    cols = out_features * 4
    total = rows * cols
    if bias:
        total += cols
    return total
