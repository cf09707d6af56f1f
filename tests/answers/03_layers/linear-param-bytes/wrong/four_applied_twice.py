# misconception: The 4 bytes are applied to both sizes and so multiplied in twice.
def linear_param_bytes(in_features, out_features, bias=True):
    rows = in_features * 4
    cols = out_features * 4
    total = rows * cols
    if bias:
        total += cols
    return total
