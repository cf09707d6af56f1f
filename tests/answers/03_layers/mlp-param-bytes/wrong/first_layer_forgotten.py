# misconception: You leave out the first layer. The pairs begin with the input width.
def mlp_param_bytes(sizes):
    params = 0
    for a, b in zip(sizes[1:], sizes[2:]):
        params += a * b + b
    return params * 4
