# misconception: The bytes are divided by 1,000 to get kilobytes.
def linear_param_bytes(in_features, out_features, bias=True):
    n = in_features * out_features
    if bias:
        n += out_features
    total = n * 4
    return round(total / 1000)
