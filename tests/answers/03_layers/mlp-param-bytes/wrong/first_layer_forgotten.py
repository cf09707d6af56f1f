# misconception: The input width is cut off, so the first layer is not counted.
def mlp_param_bytes(sizes):
    params = 0
    for a, b in zip(sizes[1:], sizes[2:]):
        params += a * b + b
    return params * 4
