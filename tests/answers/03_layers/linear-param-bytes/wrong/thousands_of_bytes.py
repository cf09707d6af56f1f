# misconception: You return units of 1,000 bytes. Bytes are asked for, so do not divide.
def linear_param_bytes(in_features, out_features, bias=True):
    n = in_features * out_features
    if bias:
        n += out_features
    total = n * 4
    return round(total / 1000)
